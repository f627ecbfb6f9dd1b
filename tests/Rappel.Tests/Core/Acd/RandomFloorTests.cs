using Rappel.Core.Acd;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Acd;

/// <summary>
/// Anything in any order, from a seed, against a model that follows what is told and finds the best match by looking at everything.
/// </summary>
public class RandomFloorTests
{
    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 12));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_offer_is_the_one_that_looking_at_everything_would_make(int seed)
    {
        var random = new Random(seed);
        var agents = Enumerable.Range(1001, 6).Select(a => ($"{a}", random.Next(4), random.Next(4), random.Next(3))).ToArray();
        var world = new FloorUnderTest(FloorUnderTest.Configuration(agents));
        var model = new FloorModel(world, FloorUnderTest.Configuration(agents));
        for (var step = 0; step < 3000; step++)
        {
            if (random.Next(4) == 0)
            {
                model.Follow(world.After(TimeSpan.FromSeconds(random.Next(15))));
            }

            var input = AnyInput(random, model);
            model.Expect(input);
            model.Follow(world.Do(input));
            model.Check();
        }

        Assert.True(
            model is { Offers: > 100, Reservations: > 4, Assigned: > 4 },
            $"The run must make offers to mean anything: {model.Offers}, {model.Reservations} reserved, {model.Assigned} assigned.");
    }

    private static AcdInput AnyInput(Random random, FloorModel model)
    {
        var agent = $"{random.Next(1001, 1007)}";
        var work = model.AnyWork(random);
        return random.Next(19) switch
        {
            0 or 1 or 2 => new AcdInput.WorkArrived(AnyWork(random)),
            3 => new AcdInput.WorkLeft(work),
            4 => new AcdInput.EligibilityChanged(work, random.Next(3) > 0),
            5 => new AcdInput.StatusRequested(agent, (AgentStatus)random.Next(7)),
            6 or 14 or 15 => new AcdInput.StatusRequested(agent, AgentStatus.Available),
            7 => new AcdInput.ReachabilityChanged(agent, random.Next(4) > 0),
            8 => new AcdInput.OfferAnswered(model.AnyOffer(random), (OfferOutcome)random.Next(5)),
            9 => new AcdInput.OfferAnswered(model.AnyOffer(random), OfferOutcome.Accepted),
            10 or 12 => new AcdInput.WorkEnded(model.AnyOffer(random)) { CodesMissing = random.Next(3) == 0 },
            18 => random.Next(3) == 0 ? new AcdInput.WrapUpEnded(agent) { ByForce = true } : new AcdInput.CodesGiven(agent),
            17 => new AcdInput.ReservationRung(model.AnyOffer(random)),
            11 or 13 => random.Next(2) == 0 ? new AcdInput.Occupied(agent, random.Next(4) == 0) : new AcdInput.WrapUpEnded(agent),
            _ => new AcdInput.TimePassed(),
        };
    }

    private static WorkItem AnyWork(Random random)
    {
        var id = random.Next(60);
        var entered = random.Next(20);
        var work = (id % 3) switch
        {
            0 => FloorUnderTest.Callback(id, entered) with { Reservation = random.Next(2) == 0 ? TimeSpan.FromSeconds(random.Next(5, 25)) : null },
            1 => FloorUnderTest.Call(id, entered, "urgent", random.Next(4) > 0),
            _ => FloorUnderTest.Call(id, entered, "calls", random.Next(4) > 0),
        };

        // 1007 is not there, 1001 to 1006 may be members or not.
        return random.Next(4) == 0 ? work with { Agent = $"{random.Next(1001, 1008)}" } : work;
    }
}
