using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Rappel.BenchCheck;

/// <summary>The kept figures, one line a piece, so that a change of one shows as one.</summary>
/// <param name="Made">What the instructions are of: another processor or runtime needs others for the same work.</param>
internal sealed record Baseline(string Made, IReadOnlyList<CountedFigure> Figures)
{
    public static Baseline Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var figures =
            from piece in document.RootElement.GetProperty("pieces").EnumerateObject()
            from figure in piece.Value.EnumerateObject()
            select new CountedFigure(piece.Name, figure.Name, figure.Value.GetDouble());
        return new Baseline(document.RootElement.GetProperty("made").GetString()!, [.. figures]);
    }

    public string Write()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\n  \"made\": {Quoted(Made)},\n  \"pieces\": {{\n");
        text.AppendJoin(",\n", Figures.GroupBy(figure => figure.Piece).OrderBy(piece => piece.Key, StringComparer.Ordinal).Select(piece =>
            $"    {Quoted(piece.Key)}: {{ {string.Join(", ", piece.OrderBy(figure => figure.Kind, StringComparer.Ordinal).Select(figure => $"{Quoted(figure.Kind)}: {Number(figure.Value)}"))} }}"));
        return text.Append("\n  }\n}\n").ToString();
    }

    public static string Number(double value) => value.ToString(value < 100 ? "0.##" : "0", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
