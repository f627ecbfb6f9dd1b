using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class MoveTests
{
    private readonly Bench _bench = new(("maximumPending: 3", "maximumPending: 9"));

    public static TheoryData<CallbackMove, string> Moves() => new()
    {
        { new CallbackMove.First(), "4 1 2 3" },
        { new CallbackMove.Last(), "1 2 3 4" },
        { new CallbackMove.ToPosition(1), "4 1 2 3" },
        { new CallbackMove.ToPosition(2), "1 4 2 3" },
        { new CallbackMove.ToPosition(3), "1 2 4 3" },
        { new CallbackMove.ToPosition(4), "1 2 3 4" },
        { new CallbackMove.Before(new CallbackId(2)), "1 4 2 3" },
        { new CallbackMove.Before(new CallbackId(1)), "4 1 2 3" },
        { new CallbackMove.After(new CallbackId(1)), "1 4 2 3" },
        { new CallbackMove.After(new CallbackId(3)), "1 2 3 4" },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_request_is_moved_among_those_of_its_queue(CallbackMove to, string order)
    {
        var requests = Ask(4);

        var answer = Move(requests[3].Id, to);

        Assert.Null(answer.Error);
        Assert.Equal(order, Order());
        Assert.Equal(requests[3].Place, answer.Callback!.Place);
    }

    [Fact]
    public void It_is_offered_in_its_new_order()
    {
        var requests = Ask(3);
        Move(requests[2].Id, new CallbackMove.First());

        _bench.MakeAvailable("1001");

        Assert.Equal(requests[2].Number, _bench.PhoneOf("1001").Ringing.ShownNumber);
    }

    [Fact]
    public void Whoever_is_moved_to_the_first_place_last_is_first_many_times_over()
    {
        var requests = Ask(4);
        for (var i = 0; i < 200; i++)
        {
            var moved = requests[i % 4].Id;
            Assert.Null(Move(moved, new CallbackMove.First()).Error);
            Assert.StartsWith(moved.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), Order(), StringComparison.Ordinal);
            Assert.Null(Move(requests[(i + 1) % 4].Id, new CallbackMove.ToPosition(2)).Error);
        }
    }

    [Fact]
    public void One_that_stands_there_already_does_not_fall_behind_callers()
    {
        var requests = Ask(2);

        var answer = Move(requests[0].Id, new CallbackMove.First());

        Assert.Equal(requests[0].Place, answer.Callback!.LinePlace);
    }

    [Fact]
    public void The_last_place_is_behind_callers_too()
    {
        var requests = Ask(1);
        var caller = _bench.Call("+15145550188");
        Move(requests[0].Id, new CallbackMove.Last());

        _bench.MakeAvailable("1001");
        _bench.PhoneOf("1001").Ringing.Answer();

        Assert.Equal(CallbackStatus.Waiting, _bench.Callback.Status);
        Assert.False(caller.IsOver);
    }

    [Fact]
    public void A_given_place_counts_against_callers_and_must_be_within_bounds()
    {
        var request = Ask(1)[0];

        var answer = Move(request.Id, new CallbackMove.ToPlace(_bench.Now.AddHours(-1)));

        Assert.Equal(_bench.Now.AddHours(-1), answer.Callback!.LinePlace);
        Assert.Equal("bad-place", Move(request.Id, new CallbackMove.ToPlace(_bench.Now.AddSeconds(1))).Error);
        Assert.Equal("bad-place", Move(request.Id, new CallbackMove.ToPlace(_bench.Now.AddHours(-73))).Error);
    }

    [Fact]
    public void A_position_or_a_neighbour_that_is_not_there_is_refused()
    {
        var requests = Ask(2);

        Assert.Equal("bad-position", Move(requests[0].Id, new CallbackMove.ToPosition(3)).Error);
        Assert.Contains("1 to 2", Move(requests[0].Id, new CallbackMove.ToPosition(3)).Detail!.English, StringComparison.Ordinal);
        Assert.Equal("bad-position", Move(requests[0].Id, new CallbackMove.ToPosition(0)).Error);
        Assert.Equal("not-in-line", Move(requests[0].Id, new CallbackMove.Before(new CallbackId(99))).Error);
        Assert.Equal("not-in-line", Move(requests[0].Id, new CallbackMove.After(requests[0].Id)).Error);
    }

    [Fact]
    public void Requests_for_a_later_window_are_not_counted()
    {
        var requests = Ask(2);
        var window = new CallbackWindow(_bench.Now.AddHours(1), _bench.Now.AddHours(2));
        var later = _bench.Answers[_bench.Command(new EngineCommand.CreateCallback(
            requests[0].Terms, "5145550177", null, null, requests[0].Variables.Clear(), "api")
        { Window = window })].Callback!;

        Assert.Equal("bad-position", Move(requests[0].Id, new CallbackMove.ToPosition(3)).Error);
        Assert.Null(Move(later.Id, new CallbackMove.First()).Error);
        Assert.Equal("3 1 2", Order());
    }

    private List<CallbackRequest> Ask(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            _bench.AskForCallback($"+1514555013{i}");
            _bench.Pass(10);
        }

        return [.. _bench.Disk.Callbacks];
    }

    private CommandAnswer Move(CallbackId id, CallbackMove to) => _bench.Answers[_bench.Command(new CallbackCommand.Move(id, to, "marie", "she asked"))];

    private string Order() => string.Join(' ', _bench.Engine.Context.Book.ReadPending("callbacks").Select(r => r.Id.Value));
}
