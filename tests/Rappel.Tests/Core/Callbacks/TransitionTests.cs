using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

/// <summary>Every status against every input: where it leads, or that it is refused and nothing changes.</summary>
public class TransitionTests
{
    private static readonly string[] Inputs =
        ["began", "accepted", "timed-out", "returned", "rung", "failed", "connected", "ended", "cancel", "serve"];

    /// <summary>In the order of <see cref="Inputs"/>; a dash is a refusal.</summary>
    private static readonly Dictionary<CallbackStatus, string[]> Table = new()
    {
        [CallbackStatus.Waiting] = ["Offering", "-", "-", "-", "-", "-", "-", "-", "Cancelled", "Served"],
        [CallbackStatus.Offering] = ["-", "Dialling", "Delayed", "Waiting", "-", "-", "-", "-", "Cancelled", "Served"],
        [CallbackStatus.Dialling] = ["-", "-", "-", "-", "Dialling", "Delayed", "Connected", "-", "Dialling", "Dialling"],
        [CallbackStatus.Connected] = ["-", "-", "-", "-", "-", "-", "-", "Completed", "-", "-"],
        [CallbackStatus.Delayed] = ["-", "-", "-", "-", "-", "-", "-", "-", "Cancelled", "Served"],
    };

    public static TheoryData<CallbackStatus, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<CallbackStatus, string, string>();
            foreach (var (status, row) in Table)
            {
                for (var i = 0; i < Inputs.Length; i++)
                {
                    cells.Add(status, Inputs[i], row[i]);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_input_in_each_status_leads_where_the_table_says(CallbackStatus status, string input, string leadsTo)
    {
        var world = new BookUnderTest();
        var id = world.Into(status);
        if (status == CallbackStatus.Dialling && input == "rung")
        {
            world = new BookUnderTest();
            id = world.Into(CallbackStatus.Offering);
            world.Do(new CallbackInput.OfferAccepted(id));
        }

        var before = world.Rows[id];
        var told = world.Do(InputOf(input, id));
        if (leadsTo == "-")
        {
            Assert.IsType<CallbackOutput.CommandRefused>(Assert.Single(told));
            Assert.Equal(before, world.Rows[id]);
        }
        else
        {
            Assert.Equal(Enum.Parse<CallbackStatus>(leadsTo), world.Rows[id].Status);
            Assert.Equal(before.Revision + 1, world.Rows[id].Revision);
            Assert.Single(told.OfType<CallbackOutput.Changed>());
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_final_request_takes_no_input(CallbackStatus status, string input, string leadsTo)
    {
        _ = leadsTo;
        var world = new BookUnderTest();
        var id = world.Into(status);
        world.Do(new CallbackInput.Cancel(id, "api", "over"));
        world.Do(new CallbackInput.DiallingFailed(id, AttemptOutcome.Busy, 486));
        world.Do(new CallbackInput.CallEnded(id));
        var final = world.Rows[id];
        Assert.True(final.IsFinal);

        Assert.Equal([new CallbackOutput.CommandRefused(id, "not-open")], world.Do(InputOf(input, id)));
        Assert.Equal(final, world.Rows[id]);
    }

    private static CallbackInput InputOf(string word, CallbackId id) => word switch
    {
        "began" => new CallbackInput.OfferBegan(id, "1001"),
        "accepted" => new CallbackInput.OfferAccepted(id),
        "timed-out" => new CallbackInput.OfferTimedOut(id),
        "returned" => new CallbackInput.OfferRejected(id),
        "rung" => new CallbackInput.RungCustomer(id),
        "failed" => new CallbackInput.DiallingFailed(id, AttemptOutcome.Busy, 486),
        "connected" => new CallbackInput.CustomerConnected(id),
        "ended" => new CallbackInput.CallEnded(id),
        "cancel" => new CallbackInput.Cancel(id, "api", "asked"),
        _ => new CallbackInput.Serve(id),
    };
}
