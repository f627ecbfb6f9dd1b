using Rappel.Engine;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Simulation.Checkers;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>
/// Supervisors who listen to agents' calls, whisper and barge in, from a page of their own or a phone of an agent's, and whatever else they do
/// meanwhile; and agents who pause what is recorded. Draws from a stream of its own.
/// </summary>
internal sealed class SimWatchers
{
    private const string Supervisor = "lea";
    private const string Address = "198.51.102.1";

    private readonly World _world;
    private readonly SimRandom _random;
    private readonly Site _site;
    private readonly Referee _referee;
    private readonly TimeSpan _between;
    private readonly SimPage _page;

    public SimWatchers(World world, SimRandom random, Site site, Referee referee, TimeSpan between)
    {
        (_world, _random, _site, _referee, _between) = (world, random, site, referee, between);
        _page = new SimPage(world, random.Fork(), site, new FlowIdentity.Person(Supervisor), Address) { OnCalled = Called, OnGone = _ => { } };
    }

    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Off in the liveness phase.</summary>
    public bool IsActive { get; set; } = true;

    public void Begin()
    {
        _page.Begin();
        Later();
    }

    public void Calm()
    {
        IsActive = false;
        _page.HasTroubles = false;
    }

    private void Later() => _world.After(_random.Exponential(_between), () =>
    {
        if (IsActive)
        {
            Act();
            Later();
        }
    });

    private void Act()
    {
        if (_site.Screen.Look() is not { Agents: [_, ..] agents })
        {
            return;
        }

        var talking = agents.Where(a => a.Desk.Call is { AnsweredAt: not null }).ToList();
        var agent = talking.Count == 0 || _random.Chance(0.05) ? agents[_random.Between(0, agents.Length)] : talking[_random.Between(0, talking.Count)];
        if (agent.Desk.Call?.Recording is { } recording && _random.Chance(0.3))
        {
            Ask("pause", new CallControl.Record(agent.Agent, recording == "on", agent.Agent));
        }

        var phone = _random.Chance(0.6) ? _page.User : agents[_random.Between(0, agents.Length)].Agent;
        Ask("watch", new WatchCommand.Begin(agent.Agent, AnyMode(), phone, Supervisor), answer =>
        {
            if (answer is { Error: null, Watch: { } watch })
            {
                GoOn(watch);
            }
        });
    }

    /// <summary>As long as there is something to listen to, and now and then beyond.</summary>
    private void GoOn(long watch, string? error = null) => _world.After(_random.Seconds(0.5, 40), () =>
    {
        if (error is not null)
        {
            return;
        }

        switch (_random.Between(0, 6))
        {
            case 0:
                Ask("end", new WatchCommand.End(watch, Supervisor));
                break;
            case 1:
                // Forgotten: it ends with the call, or when the phone hangs up.
                break;
            default:
                Ask("change", new WatchCommand.Change(watch, AnyMode(), Supervisor), answer => GoOn(watch, answer.Error));
                break;
        }
    });

    private void Ask(string what, EngineCommand command, Action<CommandAnswer>? answered = null)
    {
        _site.Command(command, answer =>
        {
            Count($"{what} {answer.Error ?? "done"}");
            answered?.Invoke(answer);
        });

        // The screen follows at once, and the checkers see what was made of it.
        _site.Look();
    }

    private WatchMode AnyMode() => (WatchMode)_random.Between(0, 3);

    /// <summary>A call at the supervisor's page.</summary>
    private Action<UserAgentEvent> Called(SimPhone phone, UserAgentEvent.Called called)
    {
        var over = false;
        _referee.PhoneRung(_page.User, SimCarrier.RtpPort(called.Offer), watches: true);
        phone.Do((ua, now) => ua.Ring(now, called.Leg, 180, null));
        switch (_random.Between(0, 10))
        {
            case 0:
                break; // Lets it ring.
            case 1:
                _world.After(_random.Seconds(0.5, 10), () => Do((ua, now) => ua.Reject(now, called.Leg, 486, "", [])));
                break;
            case 2:
                _world.After(_random.Seconds(0.1, 20), () => _page.CloseFor(_random.Seconds(0.3, 120)));
                _world.After(_random.Seconds(0.5, 5), Answer);
                break;
            default:
                _world.After(_random.Seconds(0.2, 8), Answer);
                break;
        }

        return happened => over |= happened is UserAgentEvent.Ended or UserAgentEvent.Failed;

        void Answer()
        {
            if (!over && SdpNegotiation.TryAnswer((called.Offer ?? default).Span, phone.NewMedia(), MediaDirection.SendReceive, out var answer, out _))
            {
                phone.Do((ua, now) => ua.Answer(now, called.Leg, answer!.Body));
                _world.After(_random.Seconds(1, 300), () => Do((ua, now) => ua.Hangup(now, called.Leg, null)));
            }
        }

        void Do(Action<UserAgent, Instant> act)
        {
            if (!over)
            {
                over = true;
                phone.Do(act);
            }
        }
    }

    private void Count(string what) => Done[what] = Done.GetValueOrDefault(what) + 1;
}
