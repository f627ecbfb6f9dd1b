using System.Globalization;
using System.IO;
using Rappel.Media.Sessions;
using Rappel.Tests.Server.Configuration;

namespace Rappel.Tests.Media.Greetings;

/// <summary>One line of a list in tests/corpus/greetings; its README tells the columns.</summary>
internal sealed record GreetingCase(
    int Line, GreetingVerdict Kind, string Voice, int Speed, int Pitch, int Level, int Lead, string Noise, int Ratio, Beep? Beep, G711 Law, string Text)
{
    public static IReadOnlyList<GreetingCase> Read(string list) =>
        [.. File.ReadLines(Path.Combine(ExampleFolder.Repository, "tests", "corpus", "greetings", list)).Skip(1).Select((line, at) => Parse(line, at + 2))];

    private static GreetingCase Parse(string line, int number)
    {
        var field = line.Split('\t');
        return new GreetingCase(
            number, field[0] == "person" ? GreetingVerdict.Person : GreetingVerdict.Machine, field[1], Number(field[2]), Number(field[3]),
            Number(field[4]), Number(field[5]), field[6], Number(field[7]), Beep.Parse(field[8]), field[9] == "u" ? G711.Pcmu : G711.Pcma, field[10]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <param name="Gap">Milliseconds before it.</param>
internal sealed record Beep(int Hertz, int Milliseconds, int Gap)
{
    public static Beep? Parse(string text)
    {
        var part = text.Split('/');
        return part.Length == 3
            ? new Beep(Whole(part[0]), Whole(part[1]), Whole(part[2]))
            : null;
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
