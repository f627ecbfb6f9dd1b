using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Ivr.Trying;

namespace Rappel.Tests.Core.Ivr.Trying;

public class ScriptTrialTests
{
    private static IEnumerable<string> Problems(TrialResult result) => result.Events.OfType<TrialEvent.Problem>().Select(p => p.Text);

    [Fact]
    public void The_nurse_line_is_heard_from_the_first_word_to_the_promise()
    {
        var trial = Trial.OfNurseLine() with { Entry = ScriptEntry.Main };
        var heard = trial.Press(6, "3").Press(12, "2").Press(14, "5145550123#").Press(16, "1").Until(60);

        Assert.Equal(
            [
                "Bienvenue chez AcmeHealth. Une infirmière vous répondra bientôt.",
                "Vous êtes au rang 3 dans la file.",
            ],
            Trial.Heard(heard).Take(2));
        Assert.Contains(Trial.Heard(heard), t => t.StartsWith("Vous appelez du 5 1 4, 5 5 5, 0 1 7 7.", StringComparison.Ordinal));
        Assert.StartsWith("Nous vous rappellerons au 5 1 4, 5 5 5, 0 1 2 3.", Trial.Heard(heard)[^2], StringComparison.Ordinal);
        Assert.StartsWith("C'est noté.", Trial.Heard(heard)[^1], StringComparison.Ordinal);
        var callback = Assert.Single(heard.Events.OfType<TrialEvent.Callback>());
        Assert.Equal(("+15145550123", "+15145550100", 3), (callback.Request.Number.Value, callback.CallerId!.Value.Value, callback.Request.Terms.Attempts));
        Assert.Equal(TrialState.Ended, heard.State);
        Assert.Empty(Problems(heard));
    }

    [Fact]
    public void A_trial_stops_where_it_is_asked_to_and_tells_what_is_awaited()
    {
        var speaking = Trial.OfNurseLine().Until(0.5);
        Assert.Equal((TrialState.Speaking, TimeSpan.FromSeconds(3)), (speaking.State, Trial.OfNurseLine().Until(1).Events.OfType<TrialEvent.Said>().First().Seconds));
        Assert.Equal(TimeSpan.FromSeconds(3), speaking.Deadline);

        var asked = Trial.OfNurseLine().Until(10);
        Assert.Equal(TrialState.WaitingForKey, asked.State);
        Assert.Equal("scripts/nurse-line/inQueue/1/loop/2", asked.Waiting!.Path.Replace("/objects/", "/loop/", StringComparison.Ordinal));
        Assert.Contains("3", asked.Exits);
        Assert.Equal("3", asked.Variables["QueuePosition"]);
        Assert.Equal("", asked.Variables["ExpectedWait"]);
    }

    [Fact]
    public void The_same_trial_played_twice_is_the_same()
    {
        var trial = Trial.OfNurseLine().Press(5, "3").Press(9, "1").Exit(10, "already-pending");
        var (one, two) = (trial.Until(90), trial.Until(90));
        Assert.Equal(one.Events.Select(e => e.ToString()), two.Events.Select(e => e.ToString()));
        Assert.Equal(one.Variables, two.Variables);
    }

    [Fact]
    public void What_was_played_so_far_does_not_change_when_more_is_played()
    {
        var trial = Trial.OfNurseLine().Press(5, "3").Press(9, "1");
        var whole = trial.Until(60).Events;
        for (var seconds = 0; seconds < 60; seconds += 7)
        {
            var part = trial.Until(seconds).Events;
            Assert.Equal(whole.Take(part.Length).Select(e => e.ToString()), part.Select(e => e.ToString()));
        }
    }

    [Theory]
    [InlineData(false, false, "C'est noté.")]
    [InlineData(true, false, "Un rappel est déjà prévu à ce numéro.")]
    [InlineData(false, true, "Nous ne pouvons pas prendre de rappel en ce moment.")]
    public void A_request_that_nobody_answers_for_ends_as_the_figures_say(bool pending, bool full, string said)
    {
        var figures = TrialFigures.Default with { CallbackPending = pending, CallbackCapReached = full };
        var trial = (Trial.OfNurseLine() with { Figures = figures }).Press(5, "3").Press(9, "1");

        Assert.Equal(TrialState.RequestingCallback, trial.Until(10).State);
        Assert.Equal(ScriptExits.Callback.AsEnumerable(), trial.Until(10).Exits);
        Assert.Contains(Trial.Heard(trial.Until(20)), t => t.StartsWith(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("requested", "C'est noté.")]
    [InlineData("already-pending", "Un rappel est déjà prévu à ce numéro.")]
    [InlineData("refused", "Nous ne pouvons pas prendre de rappel en ce moment.")]
    public void A_request_ends_as_it_is_told_to(string exit, string said) =>
        Assert.Contains(
            Trial.Heard(Trial.OfNurseLine().Press(5, "3").Press(9, "1").Exit(10, exit).Until(12)), t => t.StartsWith(said, StringComparison.Ordinal));

    [Fact]
    public void An_agent_who_is_free_gets_the_caller_unless_protected()
    {
        Assert.Equal(TrialState.Connected, Trial.OfNurseLine().AgentFree(2).Until(3).State);
        var promised = Trial.OfNurseLine().Press(5, "3").Press(9, "1").AgentFree(9.5).AgentFree(12).Until(13);
        Assert.Equal(TrialState.Speaking, promised.State);
        Assert.All(promised.Events.OfType<TrialEvent.Agent>(), a => Assert.False(a.IsConnected));

        var shielded = Trial.Of("inQueue: [{ say: { text: { en: Do not disturb. }, protected: true } }, { wait: 60 s }]").AgentFree(0.5);
        Assert.Equal((TrialState.Speaking, TrialState.Music), (shielded.Until(0.9).State, shielded.Until(2).State));
        Assert.Equal(TrialState.Connected, shielded.AgentFree(3).Until(4).State);
    }

    [Fact]
    public void A_forward_waits_for_its_exit_and_keeps_the_place()
    {
        var trial = Trial.OfNurseLine().Press(5, "1");
        Assert.Equal((TrialState.Forwarding, "answered"), (trial.Until(30).State, trial.Until(30).Exits[^1]));
        Assert.False(Assert.Single(trial.AgentFree(8).Until(9).Events.OfType<TrialEvent.Agent>()).IsConnected);
        Assert.Contains("La téléphoniste n'est pas libre.", Trial.Heard(trial.Exit(20, "no-answer").Until(21)));
        Assert.Equal(TrialState.Connected, trial.Exit(20, "answered").Until(21).State);
        Assert.Equal(TrialState.Ended, Trial.OfNurseLine().Press(5, "2").Exit(20, "answered").Until(21).State);
        Assert.Contains("there is no exit elsewhere here", Problems(trial.Exit(20, "elsewhere").Until(21)));
    }

    [Fact]
    public void A_queue_that_is_full_or_waited_in_too_patientsends_the_caller_back()
    {
        var full = Trial.OfNurseLine() with { Entry = ScriptEntry.Main, Figures = TrialFigures.Default with { Waiting = 100 } };
        Assert.Contains("Toutes nos lignes sont occupées.", Trial.Heard(full.Until(5)));
        var patient = Trial.OfNurseLine() with { Entry = ScriptEntry.Main };
        Assert.Contains("Nous n'avons pas pu vous répondre à temps.", Trial.Heard(patient.Until(3610)));
        Assert.Contains("Nous n'avons pas pu vous répondre à temps.", Trial.Heard(patient.Exit(20, "timed-out").Until(21)));
    }

    [Fact]
    public void Figures_told_on_the_way_are_told_to_the_caller()
    {
        var trial = Trial.OfNurseLine().Tell(10, TrialFigures.Default with { Position = 1, ExpectedWait = TimeSpan.FromMinutes(2) });
        Assert.Contains("Vous êtes au rang 1 dans la file. L'attente prévue est d'environ 2 minutes.", Trial.Heard(trial.Until(40)));
    }

    [Theory]
    [InlineData("2026-03-02T15:00:00Z", "Open.")]
    [InlineData("2026-03-03T03:00:00Z", "Closed.")]
    public void A_schedule_is_asked_at_the_time_told(string at, string said)
    {
        var trial = Trial.Of(
            """
            main:
              - schedule: { schedule: day, exits: { open: { say: { en: Open. } }, closed: { say: { en: Closed. } } } }
            inQueue: [{ wait: 5 s }]
            """,
            "schedules: { day: { timeZone: America/Toronto, weekly: { every-day: 08:00-20:00 } } }");
        var result = (trial with { Entry = ScriptEntry.Main, At = Instant.Parse(at, System.Globalization.CultureInfo.InvariantCulture) }).Until(1);
        Assert.Equal([said], Trial.Heard(result));
    }

    [Fact]
    public void A_queue_is_tested_by_the_figures_told()
    {
        var trial = Trial.Of(
            """
            inQueue:
              - testQueue:
                  queue: nurses
                  callsAhead: 2
                  expectedWaitOver: 5 min
                  exits: { true: { say: { en: Long. } }, false: { say: { en: Short. } } }
            """);
        Assert.Equal(["Long."], Trial.Heard(trial.Until(1)));
        Assert.Equal(["Short."], Trial.Heard((trial with { Figures = TrialFigures.Default }).Until(1)));
        Assert.Equal(["Long."], Trial.Heard((trial with { Figures = TrialFigures.Default with { ExpectedWait = TimeSpan.FromMinutes(6) } }).Until(1)));
    }

    [Fact]
    public void A_loop_of_gotos_is_told_and_ends_the_call()
    {
        // A prompt whose audio cannot be had takes no time, which no check of the script can see.
        var result = (Trial.Of("inQueue: [{ loop: [{ say: { en: Please wait. } }] }]") with { Spoken = TimeSpan.Zero }).Until(1);
        Assert.Equal(TrialState.Ended, result.State);
        Assert.Contains("stopped: 1000 objects without waiting for the caller", Problems(result));
    }

    [Fact]
    public void A_trial_that_never_ends_is_stopped_and_says_so()
    {
        var result = Trial.Of("inQueue: [{ loop: [{ wait: 1 s }] }]", "").Until(4 * 3600);
        Assert.Equal(TrialState.Ended, result.State);
        var endless = (Trial.Of("inQueue: [{ loop: [{ wait: 1 s }] }]") with { Queue = null }).Until(4 * 3600);
        Assert.Equal($"stopped: more than {TrialLimits.Events} events", Problems(endless).Last());
        Assert.InRange(endless.Events.Length, TrialLimits.Events, TrialLimits.Events + 1);
    }

    [Fact]
    public void Exits_are_told_also_where_nothing_is_under_them()
    {
        var result = Trial.OfNurseLine().Until(40);
        Assert.Contains(result.Events.OfType<TrialEvent.Exit>(), e => e.Name == "no-input");
    }

    [Fact]
    public void A_web_server_is_not_asked_but_told_for()
    {
        var trial = Trial.Of(
            """
            inQueue:
              - webRequest:
                  url: https://crm.example.com/orders
                  timeout: 5 s
                  variables: { state: /state }
                  exits: { ok: { say: { en: Your order is $state. } }, failed: { say: { en: Unknown. } } }
            """);
        Assert.Equal((TrialState.Asking, "ok"), (trial.Until(1).State, trial.Until(1).Exits[0]));
        Assert.Equal(["Unknown."], Trial.Heard(trial.Until(10)));
        var told = trial with { Inputs = [new TrialInput.Exit(TimeSpan.FromSeconds(2), "ok") { Variables = ImmutableDictionary<string, string>.Empty.Add("state", "on its way") }] };
        Assert.Equal(["Your order is on its way."], Trial.Heard(told.Until(3)));
    }

    [Fact]
    public void A_call_that_goes_on_in_another_script_is_told_where()
    {
        var trial = Trial.Of("inQueue: [{ wait: 1 s }, { forwardToScript: other }]", "", "  other: { inQueue: [{ say: { en: Other. } }] }");
        var result = trial.Until(5);
        Assert.Equal(["Other."], Trial.Heard(result));
        Assert.Equal("scripts/other/inQueue/0", result.Events.OfType<TrialEvent.Said>().Single().Path);
        Assert.Contains("scripts/other", ScriptUse.Of(trial.Configuration, "line"));
    }

    [Fact]
    public void A_caller_who_is_known_has_a_callback_pending_where_that_is_told()
    {
        var pending = Trial.OfNurseLine() with { Entry = ScriptEntry.Main, Figures = TrialFigures.Default with { CallbackPending = true, CallbackPosition = 4 } };
        Assert.Contains(Trial.Heard(pending.Until(5)), t => t.Contains("Vous êtes au rang 4 des rappels.", StringComparison.Ordinal));
        Assert.DoesNotContain(Trial.Heard((pending with { Caller = null }).Until(5)), t => t.Contains("des rappels", StringComparison.Ordinal));
        Assert.Contains("Le rappel est annulé. Restez en ligne pour parler à une infirmière.", Trial.Heard(pending.Press(5, "4").Until(8)));
    }
}
