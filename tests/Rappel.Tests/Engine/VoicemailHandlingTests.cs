using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class VoicemailHandlingTests
{
    private static Bench Left()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        caller.Press('2');
        caller.HearOut();
        bench.Pass(10);
        caller.HangUp();
        Assert.Equal(VoicemailStatus.New, Message(bench).Status);
        return bench;
    }

    private static VoicemailRow Message(Bench bench) => Assert.Single(bench.Disk.Messages);

    private static InteractionRow Record(Bench bench) => bench.Disk.Interactions.Single(i => i.Id == Message(bench).Id);

    private static string? Close(Bench bench) =>
        bench.Answers[bench.Command(new VoicemailCommand.Close(Message(bench), Record(bench), "1001", "called her", "amelie"))].Error;

    private static string? Reopen(Bench bench) =>
        bench.Answers[bench.Command(new VoicemailCommand.Reopen(Message(bench), Record(bench), null, "amelie"))].Error;

    [Fact]
    public void A_message_closed_on_a_screen_is_offered_to_nobody()
    {
        var bench = Left();

        Assert.Null(Close(bench));
        bench.MakeAvailable("1004");

        Assert.False(bench.PhoneOf("1004").IsRinging);
        Assert.Equal((VoicemailStatus.Closed, "amelie", "called her"), (Message(bench).Status, Message(bench).ClosedBy, Message(bench).Note));
        Assert.Equal(("answered", "1001"), (Record(bench).Outcome, Record(bench).Agent));
        Assert.Equal("not-open", Close(bench));
    }

    [Fact]
    public void One_whose_phone_rings_for_it_is_let_go()
    {
        var bench = Left();
        bench.MakeAvailable("1004");
        Assert.True(bench.PhoneOf("1004").IsRinging);

        Assert.Null(Close(bench));

        Assert.False(bench.PhoneOf("1004").IsRinging);
    }

    [Fact]
    public void Nobody_closes_what_an_agent_listens_to()
    {
        var bench = Left();
        bench.MakeAvailable("1004");
        bench.PhoneOf("1004").Ringing.Answer();

        Assert.Equal("being-played", Close(bench));
    }

    [Fact]
    public void One_opened_again_is_played_as_before_over_a_restart_too()
    {
        var bench = Left();
        Close(bench);
        Assert.Null(Reopen(bench));
        Assert.Equal("not-closed", Reopen(bench));

        bench.Restart();
        bench.MakeAvailable("1004");
        bench.PhoneOf("1004").Ringing.Answer().HearOut();

        Assert.Equal(VoicemailStatus.Closed, Message(bench).Status);
        Assert.Null(Message(bench).ClosedBy);
    }

    [Fact]
    public void Listening_on_a_screen_leaves_it_in_line()
    {
        var bench = Left();

        bench.Command(new VoicemailCommand.Hear(Message(bench), Record(bench), "amelie"));
        bench.MakeAvailable("1004");

        Assert.Equal(VoicemailStatus.Heard, Message(bench).Status);
        Assert.True(bench.PhoneOf("1004").IsRinging);
    }
}
