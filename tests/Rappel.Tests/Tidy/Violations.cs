namespace Rappel.Tests.Tidy;

internal static class Violations
{
    /// <summary>Fails with all of them, one a line.</summary>
    public static void None(IEnumerable<string> found)
    {
        var list = found.ToList();
        Assert.True(list.Count == 0, string.Join(Environment.NewLine, list));
    }
}
