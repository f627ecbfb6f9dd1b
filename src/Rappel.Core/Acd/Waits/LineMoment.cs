namespace Rappel.Core.Acd.Waits;

/// <summary>One line at the moment an estimate is asked for.</summary>
/// <param name="Position">Of whom it is about: 1 is next, one more than <paramref name="InLine"/> whoever would enter now.</param>
/// <param name="InLine">In line, paired lines that go first or alike included.</param>
/// <param name="HeadWait">How long the first in line has waited; null where nobody does whose age says anything.</param>
/// <param name="OnDuty">Members who take work: available, offered, busy or in wrap-up.</param>
public readonly record struct LineMoment(int Position, int InLine, TimeSpan? HeadWait, int OnDuty)
{
    /// <summary>About whoever would enter now, and not about somebody in line already.</summary>
    public bool IsEntering => Position > InLine;

    /// <summary>
    /// What remains for this position of a wait foretold for whoever would enter now: the line moves on evenly.
    /// </summary>
    public TimeSpan ShareOf(TimeSpan wholeWait) => IsEntering ? wholeWait : wholeWait * Math.Max(0, Position) / (InLine + 1);
}
