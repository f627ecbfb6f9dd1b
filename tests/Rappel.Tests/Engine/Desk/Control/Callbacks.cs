using Rappel.Media.Sessions;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control;

/// <summary>Customers called back who talk with 1001.</summary>
internal static class Callbacks
{
    public static (Bench Bench, PhoneCall Customer, PhoneCall Agent) Connected(bool customerFirst)
    {
        if (customerFirst)
        {
            var (confirmed, reached) = CustomerFirst.Confirmed();
            return (confirmed, reached, confirmed.PhoneOf("1001").Ringing.Answer());
        }

        var bench = new Bench();
        bench.AskForCallback(Calls.Caller);
        bench.MakeAvailable("1001");
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        return (bench, bench.Carrier.Ringing.Answer(), agent);
    }
}
