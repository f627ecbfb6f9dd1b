using Rappel.Core.Ivr;
using Rappel.Engine;
using Rappel.Media.Sessions;

namespace Rappel.Simulation;

/// <summary>
/// Media as events: what is played takes its time and is heard by whoever owns the port it is sent to; keys come back as events. Lives as
/// long as one process of the engine.
/// </summary>
internal sealed class SimMedia(World world, SimRandom random, Action<EngineInput> toEngine)
{
    private const int FirstPort = 10_000;
    private const int Ports = 400;

    private readonly Dictionary<MediaSessionId, Session> _sessions = [];
    private readonly Dictionary<int, MediaSessionId> _byPort = [];

    /// <summary>Who listens: phone address and RTP port to what hears words, with their language.</summary>
    public required Dictionary<(string, int), Action<string, string>> Listeners { get; init; }

    /// <summary>Phone addresses and RTP ports at which a machine answers.</summary>
    public required HashSet<(string, int)> Machines { get; init; }

    /// <summary>Browsers' addresses and RTP ports, to what hears that we send nothing there any more.</summary>
    public required Dictionary<(string, int), Action> Ends { get; init; }

    /// <summary>Whether the disk takes the file of a conversation.</summary>
    public required Func<bool> Records { get; init; }

    public int SessionCount => _sessions.Count;

    public void Start()
    {
        for (var i = 0; i < Ports; i++)
        {
            toEngine(new EngineInput.RtpPortReady(FirstPort + (2 * i)));
        }
    }

    /// <summary>Somebody pressed a key on the call whose engine end is this port.</summary>
    public void Press(int enginePort, char key)
    {
        if (_byPort.TryGetValue(enginePort, out var session))
        {
            toEngine(new EngineInput.MediaHappened(new MediaEvent.DigitReceived(session, key)));
        }
    }

    /// <summary>Nothing comes from there any more.</summary>
    /// <param name="saysGoodbye">The browser ends it as it goes.</param>
    public void Vanish(string address, bool saysGoodbye)
    {
        foreach (var id in _sessions.Where(s => s.Value.Parameters?.RemoteAddress == address).Select(s => s.Key).ToList())
        {
            toEngine(new EngineInput.MediaHappened(saysGoodbye ? new SecureEvent.PeerClosed(id) : new MediaEvent.PeerVanished(id)));
        }
    }

    public void Handle(MediaOrder order)
    {
        if (order is MediaOrder.Open open)
        {
            _sessions[open.Session] = new Session(open.Port);
            _byPort[open.Port] = open.Session;
            return;
        }

        if (order is MediaOrder.Mend mend)
        {
            world.After(TimeSpan.FromMilliseconds(15), () => toEngine(new EngineInput.MediaHappened(
                new MediaEvent.RecordingEnded(default, mend.Recording, TimeSpan.FromSeconds(mend.Recording % 3 == 0 ? 0 : 5), RecordingEnd.SessionClosed))));
            return;
        }

        if (!_sessions.TryGetValue(order.Session, out var session))
        {
            return;
        }

        switch (order)
        {
            case MediaOrder.Do { Command: MediaCommand.Configure configure }:
                session.Parameters = configure.Parameters;
                break;
            case MediaOrder.Do { Command: MediaCommand.StopPlaying or MediaCommand.Bridge or MediaCommand.Mix }:
                session.Playing++;
                break;
            case MediaOrder.Music or MediaOrder.RingingTone:
                session.Playing++;
                break;
            case MediaOrder.Speak speak:
                Speak(speak, session);
                break;
            case MediaOrder.Do { Command: MediaCommand.ListenForGreeting listen }:
                Listen(listen, session);
                break;
            case MediaOrder.Do { Command: MediaCommand.StopListening }:
                session.Listening++;
                break;
            case MediaOrder.Record record:
                session.Recording = (record.Recording, world.Now);
                world.After(record.MaximumLength, () => EndRecording(record.Session, session, RecordingEnd.MaximumLength));
                break;
            case MediaOrder.RecordCall record:
                session.Recording = (record.Recording, world.Now);
                break;
            case MediaOrder.Do { Command: MediaCommand.StopRecording stop }:
                EndRecording(stop.Session, session, RecordingEnd.Stopped);
                break;
            case MediaOrder.Close close:
                EndRecording(close.Session, session, RecordingEnd.SessionClosed);
                _sessions.Remove(close.Session);
                _byPort.Remove(session.Port);
                if (session.Parameters is { } last && Ends.Remove((last.RemoteAddress, last.RemotePort), out var hear))
                {
                    hear();
                }

                world.After(TimeSpan.FromSeconds(2), () => toEngine(new EngineInput.RtpPortReady(session.Port)));
                break;
        }
    }

    private void Speak(MediaOrder.Speak speak, Session session)
    {
        var playing = ++session.Playing;
        var text = string.Join(' ', speak.Segments.OfType<AudioSegment.Speech>().Select(s => s.Text));
        var length = TimeSpan.FromMilliseconds(300 + (60 * text.Length)) + random.Milliseconds(0, 40);
        if (session.Parameters is { } parameters && Listeners.TryGetValue((parameters.RemoteAddress, parameters.RemotePort), out var hear))
        {
            var language = speak.Segments.OfType<AudioSegment.Speech>().FirstOrDefault()?.Language ?? "";
            world.After(TimeSpan.FromMilliseconds(40), () => hear(text, language));
        }

        world.After(length, () =>
        {
            if (session.Playing == playing && _sessions.ContainsKey(speak.Session))
            {
                toEngine(new EngineInput.MediaHappened(new MediaEvent.PlayEnded(speak.Session, speak.Token)));
            }
        });
    }

    /// <summary>What the ear makes of whoever answered: right most of the time, wrong now and then, and sometimes it hears nothing at all.</summary>
    private void Listen(MediaCommand.ListenForGreeting listen, Session session)
    {
        var listening = ++session.Listening;
        if (random.Chance(0.05) || session.Parameters is not { } parameters)
        {
            return;
        }

        var machine = Machines.Contains((parameters.RemoteAddress, parameters.RemotePort)) != random.Chance(0.03);
        var heard = random.Seconds(machine ? 2.5 : 0.6, machine ? 6 : 3);
        Hear(heard, new MediaEvent.GreetingHeard(listen.Session, listen.Token, machine ? GreetingVerdict.Machine : GreetingVerdict.Person, heard));
        Hear(heard + random.Seconds(0.5, machine ? 20 : 2), new MediaEvent.GreetingOver(listen.Session, listen.Token, machine && random.Chance(0.8)));

        void Hear(TimeSpan after, MediaEvent happened) => world.After(after, () =>
        {
            if (session.Listening == listening && _sessions.ContainsKey(listen.Session))
            {
                toEngine(new EngineInput.MediaHappened(happened));
            }
        });
    }

    private void EndRecording(MediaSessionId id, Session session, RecordingEnd why)
    {
        if (session.Recording is { } recording)
        {
            session.Recording = null;
            var length = recording.Number > 0 || Records() ? world.Now - recording.Since : TimeSpan.Zero;
            world.After(random.Milliseconds(1, 20), () =>
                toEngine(new EngineInput.MediaHappened(new MediaEvent.RecordingEnded(id, recording.Number, length, why))));
        }
    }

    private sealed class Session(int port)
    {
        public int Port { get; } = port;

        public int Playing { get; set; }

        public int Listening { get; set; }

        public MediaParameters? Parameters { get; set; }

        public (long Number, Instant Since)? Recording { get; set; }
    }
}
