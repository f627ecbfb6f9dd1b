namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Objects that only say where to go on: Schedule, Test Queue, Label, Goto, Wait, Hang up, Loop.</summary>
internal static class FlowBinder
{
    public static readonly Said LabelWords = new(
        $"1 to {ConfigurationLimits.LabelLength} letters and digits", $"de 1 à {ConfigurationLimits.LabelLength} lettres et chiffres");

    public static ScriptObject BindSchedule(ObjectReader reader) => new ScheduleObject(
        reader.Path, reader.Protected, reader.Map.Reference("schedule", true, NamedKind.Schedule) ?? "", reader.Exits(ScriptExits.Schedule));

    public static ScriptObject BindTestQueue(ObjectReader reader)
    {
        var map = reader.Map;
        int? callsAhead = map.Has("callsAhead") ? map.Integer("callsAhead", ConfigurationLimits.CallsAhead) : null;
        var test = new TestQueueObject(
            reader.Path, reader.Protected, map.Reference("queue", true, NamedKind.InboundQueue, NamedKind.OutboundQueue) ?? "",
            map.Flag("noAgentLoggedIn", false), map.Flag("noAgentFree", false), callsAhead,
            map.OptionalDuration("waitingLonger", ConfigurationLimits.Comparison),
            map.OptionalDuration("expectedWaitOver", ConfigurationLimits.Comparison), map.Flag("callbackCapReached", false),
            map.OptionalDuration("closingWithin", ConfigurationLimits.Comparison), reader.Exits(ScriptExits.Test));
        if (!test.NoAgentLoggedIn && !test.NoAgentFree && test.CallsAhead is null && test.WaitingLonger is null
            && test.ExpectedWaitOver is null && !test.CallbackCapReached && test.ClosingWithin is null)
        {
            map.Scope.Report(ProblemCode.Missing, map.Path, map.Mark, new("it tests nothing", "rien n'est vérifié"),
                new Said("any of ", "au moins un de ")
                + Said.Same("noAgentLoggedIn, noAgentFree, callsAhead, waitingLonger, expectedWaitOver, callbackCapReached, closingWithin"));
        }

        return test;
    }

    public static ScriptObject BindLabel(ObjectReader reader)
    {
        var scalar = reader.Map.RequiredScalar("name", LabelWords);
        if (scalar is not null && !IsLabel(scalar.Text))
        {
            var reason = scalar.Text.Length > ConfigurationLimits.LabelLength
                ? new Said($"has {scalar.Text.Length} characters", $"a {scalar.Text.Length} caractères")
                : new Said("has other characters than letters and digits", "contient autre chose que des lettres et des chiffres");
            reader.Report(ProblemCode.BadLabel, "name", scalar.Mark,
                new($"the label `{MapReader.Shorten(scalar.Text)}` {reason.English}", $"l'étiquette « {MapReader.Shorten(scalar.Text)} » {reason.French}"),
                LabelWords);
        }

        return new LabelObject(reader.Path, reader.Protected, scalar?.Text ?? "");
    }

    // Whether the label exists is known once the whole script is read.
    public static ScriptObject BindGoto(ObjectReader reader) => new GotoObject(
        reader.Path, reader.Protected, reader.Map.RequiredScalar("label", new("a label of this script", "une étiquette de ce script"))?.Text ?? "");

    public static ScriptObject BindWait(ObjectReader reader) =>
        new WaitObject(reader.Path, reader.Protected, reader.Map.Duration("duration", ConfigurationLimits.Wait));

    public static ScriptObject BindHangUp(ObjectReader reader) => new HangUpObject(reader.Path, reader.Protected);

    public static ScriptObject BindLoop(ObjectReader reader)
    {
        var body = SequenceBinder.Bind(reader.Context, reader.Map.Find("objects"), reader.Map.PathOf("objects"));
        if (!reader.Map.Has("objects") || reader.Map.Find("objects") is ConfigSequence { Items.Length: 0 })
        {
            reader.Report(ProblemCode.Missing, "objects", reader.Map.Mark,
                new("the loop has nothing to repeat", "la boucle n'a rien à répéter"), new("one object or more", "au moins un objet"));
        }

        return new LoopObject(reader.Path, reader.Protected, body);
    }

    private static bool IsLabel(string text) =>
        text.Length is > 0 and <= ConfigurationLimits.LabelLength && text.All(char.IsLetterOrDigit);
}
