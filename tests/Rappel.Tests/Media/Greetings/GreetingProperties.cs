using FsCheck;
using FsCheck.Fluent;
using Rappel.Media.Greetings;

namespace Rappel.Tests.Media.Greetings;

/// <summary>Whatever arrives: one verdict, then one end, both in time.</summary>
public sealed class GreetingProperties
{
    private static readonly Gen<(int Kind, int Level, int Frames)> Stretch =
        from kind in Gen.Choose(0, 5)
        from level in Gen.Choose(0, 32_767)
        from frames in Gen.Choose(1, 80)
        select (kind, level, frames);

    [Fact]
    public void Any_frames_give_one_verdict_and_one_end_after_it()
    {
        var stretches = Stretch.ArrayOf().Select(some => some.Take(60).ToArray()).ToArbitrary();
        Prop.ForAll(stretches, Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(60));
    }

    private static bool Holds((int Kind, int Level, int Frames)[] stretches)
    {
        var listener = new GreetingListener();
        int verdicts = 0, ends = 0, at = 0;
        var (verdictAt, endAt) = (0, 0);
        var frame = new short[160];
        foreach (var (kind, level, frames) in stretches.Append((0, 0, 1600)))
        {
            for (var i = 0; i < frames; i++)
            {
                at++;
                Hear(listener, kind, level, frame, at);
                // The end first: it must not be there before the verdict was taken.
                if (listener.TryTakeEnd(out _))
                {
                    ends++;
                    endAt = at;
                    Assert.Equal(1, verdicts);
                }

                if (listener.TryTakeVerdict(out _))
                {
                    verdicts++;
                    verdictAt = at;
                }
            }
        }

        return verdicts == 1 && ends == 1 && verdictAt <= 300 && endAt <= 1501;
    }

    private static void Hear(GreetingListener listener, int kind, int level, short[] frame, int at)
    {
        if (kind == 0)
        {
            listener.HearNothing();
            return;
        }

        for (var i = 0; i < frame.Length; i++)
        {
            frame[i] = kind switch
            {
                1 => 0,
                2 => (short)(level * Math.Sin(i * (0.2 + (level % 17 * 0.07)))),
                3 => (short)(((i * 7919) + (at * 104_729)) % (level + 1)),
                4 => i % 2 == 0 ? short.MaxValue : short.MinValue,
                _ => (short)level,
            };
        }

        // Short frames too.
        listener.Hear(frame.AsSpan(0, level % 5 == 0 ? level % 160 : 160));
    }
}
