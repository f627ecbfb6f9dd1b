using Rappel.Core.Numbers;

namespace Rappel.Core.Config.Binding;

/// <summary>Channels and agents: what has a phone number of its own. One number belongs to one of them.</summary>
internal sealed class PeopleBinder(BindingScope scope)
{
    private static readonly TimeSpan DefaultOfferTimeout = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, (string Path, SourceMark Mark)> numbers = new(StringComparer.Ordinal);

    public ChannelSnapshot BindChannel(string key, MapReader reader)
    {
        var number = reader.RequiredScalar("number", NumberForm.E164Words) is { } scalar ? Number(scalar, reader.PathOf("number")) : null;
        return new ChannelSnapshot(
            key, reader.OptionalText("name") ?? key, number ?? "", reader.Flag("enabled", true),
            reader.Reference("script", true, NamedKind.Script) ?? "", reader.Language("language", scope.DefaultLanguage));
    }

    public AgentSnapshot BindAgent(string key, MapReader reader)
    {
        var direct = reader.OptionalScalar("directNumber", NumberForm.E164Words) is { } scalar ? Number(scalar, reader.PathOf("directNumber")) : null;
        return new AgentSnapshot(
            key, reader.OptionalText("name") ?? key, reader.Text("password"),
            reader.Duration("offerTimeout", ConfigurationLimits.OfferTimeout, DefaultOfferTimeout), reader.Flag("mayReject", true),
            direct, reader.Language("language", scope.DefaultLanguage))
        {
            AutoAnswer = reader.Flag("autoAnswer", false),
            Connection = reader.Choice("connection", AgentConnection.Either,
                ("either", AgentConnection.Either), ("phone", AgentConnection.Phone), ("browser", AgentConnection.Browser)),
        };
    }

    private string? Number(ConfigScalar scalar, string path)
    {
        if (!NumberForm.IsE164(scalar.Text))
        {
            scope.Report(ProblemCode.BadNumber, path, scalar.Mark, new($"`{MapReader.Shorten(scalar.Text)}` is not a full phone number",
                $"« {MapReader.Shorten(scalar.Text)} » n'est pas un numéro de téléphone complet"), NumberForm.E164Words);
            return null;
        }

        if (!numbers.TryAdd(scalar.Text, (path, scalar.Mark)))
        {
            var (owner, mark) = numbers[scalar.Text];
            scope.Report(ProblemCode.DuplicateNumber, path, scalar.Mark,
                new($"{scalar.Text} is already the number of `{owner[..owner.LastIndexOf('/')]}` at {mark.File}:{mark.Line}",
                    $"{scalar.Text} est déjà le numéro de « {owner[..owner.LastIndexOf('/')]} », à {mark.File}:{mark.Line}"),
                new("each number once", "chaque numéro une seule fois"));
        }

        return scalar.Text;
    }
}
