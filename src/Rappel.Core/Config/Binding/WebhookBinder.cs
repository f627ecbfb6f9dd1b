using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding;

internal static class WebhookBinder
{
    public static WebhookSnapshot Bind(string key, MapReader reader)
    {
        var url = WebAddress.Bind(reader, "url", withVariables: false);
        return new WebhookSnapshot(
            key, reader.OptionalText("name") ?? key, url, reader.OptionalText("secret", ConfigurationLimits.HeaderLength), Events(reader),
            reader.Flag("enabled", true));
    }

    private static ImmutableArray<string> Events(MapReader reader)
    {
        var allowed = Said.Listed(WebhookEvents.All);
        var events = ImmutableArray.CreateBuilder<string>();
        reader.Require("events", allowed);
        foreach (var (node, path) in reader.Items("events", WebhookEvents.All.Length))
        {
            if (node is not ConfigScalar scalar)
            {
                MapReader.WrongKind(reader.Scope, path, node, allowed);
            }
            else if (!scalar.Faulty && !WebhookEvents.All.Contains(Now(scalar.Text)))
            {
                reader.Scope.Report(ProblemCode.BadValue, path, scalar.Mark,
                    new Said($"there is no event `{MapReader.Shorten(scalar.Text)}`", $"il n'y a pas d'événement « {MapReader.Shorten(scalar.Text)} »")
                    + NearestWord.Hint(scalar.Text, WebhookEvents.All), allowed);
            }
            else if (!scalar.Faulty && !events.Contains(Now(scalar.Text)))
            {
                events.Add(Now(scalar.Text));
            }
        }

        if (reader.Find("events") is ConfigSequence { Items.Length: 0 } empty)
        {
            reader.Scope.Report(ProblemCode.Missing, reader.PathOf("events"), empty.Mark,
                new("the webhook is told of nothing", "le webhook n'est averti de rien"), allowed);
        }

        return events.ToImmutable();
    }

    private static string Now(string word) => WebhookEvents.Renamed.GetValueOrDefault(word, word);
}
