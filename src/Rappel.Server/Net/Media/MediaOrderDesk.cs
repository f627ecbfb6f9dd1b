using Microsoft.Extensions.Logging;
using Rappel.Engine;
using Rappel.Media.Sessions;
using Rappel.Server.Net.Dtls;

namespace Rappel.Server.Net.Media;

/// <summary>Turns the engine's orders into ports taken, audio made, files begun and commands to the media machine. For the media thread alone.</summary>
public sealed class MediaOrderDesk(
    RtpPortPool ports, RecordingWriter recordings, PlayDesk plays, Action<MediaCommand> handle, Action<MediaEvent> tell, ILogger log)
{
    private readonly HashSet<MediaSessionId> open = [];

    /// <summary>Null where nothing is secured.</summary>
    internal DtlsDesk? Handshakes { get; init; }

    public void Take(Instant now, MediaOrder order)
    {
        if (order is not (MediaOrder.Open or MediaOrder.Mend) && !open.Contains(order.Session))
        {
            Refuse(order);
            return;
        }

        switch (order)
        {
            case MediaOrder.Open begin:
                Open(begin);
                break;
            case MediaOrder.Do { Command: MediaCommand.Close }:
            case MediaOrder.Close:
                Close(now, order.Session);
                break;
            case MediaOrder.Do command:
                Do(command.Command);
                break;
            case MediaOrder.Speak speak:
                plays.Speak(speak);
                break;
            case MediaOrder.Music music:
                plays.Music(music);
                break;
            case MediaOrder.RingingTone:
                plays.RingingTone(order.Session);
                break;
            case MediaOrder.Record record:
                recordings.Begin(record.Recording, record.File, channels: 1);
                handle(new MediaCommand.StartRecording(record.Session, record.Recording, record.MaximumLength, record.SilenceLimit));
                break;
            case MediaOrder.RecordCall record:
                Record(record);
                break;
            case MediaOrder.Mend mend:
                recordings.Mend(mend.Recording, mend.File);
                break;
        }
    }

    private void Record(MediaOrder.RecordCall order)
    {
        recordings.Begin(order.Recording, order.File, channels: 2);
        handle(new MediaCommand.RecordCall(order.Session, order.Recording, order.MaximumLength));
    }

    public void Resolved(ResolvedAudio audio) => plays.Resolved(audio);

    public void CloseAll(Instant now)
    {
        foreach (var session in open.ToArray())
        {
            Close(now, session);
        }
    }

    private void Open(MediaOrder.Open order)
    {
        if (ports.Take(order.Port, order.Session) is null)
        {
            log.LogError(MediaLogKinds.Order, "{Session} was given port {Port}, which is not free", order.Session, order.Port);
            return;
        }

        open.Add(order.Session);
        handle(new MediaCommand.Open(order.Session, order.Ssrc, order.FirstSequence, order.FirstTimestamp) { LocalPort = order.Port });
    }

    private void Do(MediaCommand command)
    {
        switch (command)
        {
            case MediaCommand.Open:
                log.LogError(MediaLogKinds.Order, "{Session} cannot be opened without a port", command.Session);
                return;
            case MediaCommand.Configure { Parameters.Secured: { } secured } configure:
                Handshakes?.Configure(configure.Session, secured);
                break;
            case MediaCommand.Bridge bridge:
                plays.Supersede(bridge.Session);
                plays.Supersede(bridge.Other);
                break;
            case MediaCommand.Play or MediaCommand.PlayLoop or MediaCommand.StopPlaying:
                plays.Supersede(command.Session);
                break;
        }

        handle(command);
    }

    private void Close(Instant now, MediaSessionId session)
    {
        plays.Supersede(session);
        Handshakes?.Close(session);
        try
        {
            handle(new MediaCommand.Close(session));
        }
        finally
        {
            open.Remove(session);
            ports.GiveBack(now, session);
        }
    }

    /// <summary>A session may close while orders for it are under way. Who waits for the end of something is told it, so that nobody waits for ever.</summary>
    private void Refuse(MediaOrder order)
    {
        log.LogDebug(MediaLogKinds.Order, "{Session} is not open; passed over: {Order}", order.Session, order.GetType().Name);
        if (order is MediaOrder.Speak speak)
        {
            tell(new MediaEvent.PlayEnded(speak.Session, speak.Token));
        }
        else if (order is MediaOrder.Do { Command: MediaCommand.ListenForGreeting listening })
        {
            tell(new MediaEvent.GreetingHeard(listening.Session, listening.Token, GreetingVerdict.Silence, TimeSpan.Zero));
            tell(new MediaEvent.GreetingOver(listening.Session, listening.Token, Beep: false));
        }
        else if (order is MediaOrder.Record { Recording: var message })
        {
            tell(new MediaEvent.RecordingEnded(order.Session, message, TimeSpan.Zero, RecordingEnd.SessionClosed));
        }
        else if (order is MediaOrder.RecordCall { Recording: var call })
        {
            tell(new MediaEvent.RecordingEnded(order.Session, call, TimeSpan.Zero, RecordingEnd.SessionClosed));
        }
    }
}
