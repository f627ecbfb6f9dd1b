using System.Collections.Immutable;
using Rappel.Core.Callbacks;

namespace Rappel.Core.Config.Binding;

/// <summary>Widgets. What one promises is asked for in full, as of a callback in a script.</summary>
internal static class WidgetBinder
{
    private const int ColorLength = 7;

    private static readonly Said OriginWords = new("https://host, with a port where it has one; http:// only for this machine (localhost, 127.0.0.1, [::1])",
        "https://hôte, avec un port s'il y a lieu; http:// seulement pour cette machine (localhost, 127.0.0.1, [::1])");

    private static readonly Said ColorWords = new("a colour such as #0b6e4f", "une couleur comme #0b6e4f");

    public static WidgetSnapshot Bind(string key, MapReader reader)
    {
        var terms = new CallbackTerms(
            reader.Reference("outboundQueue", true, NamedKind.OutboundQueue) ?? "",
            reader.Reference("callerId", true, NamedKind.Channel),
            reader.Reference("dialPlan", true, NamedKind.DialPlan) ?? "",
            reader.Integer("attempts", ConfigurationLimits.Attempts),
            reader.Duration("retryDelay", ConfigurationLimits.RetryDelay),
            reader.Duration("cancelAfter", ConfigurationLimits.CancelAfter),
            reader.Duration("ringTime", ConfigurationLimits.RingTime, CallbackLimits.DefaultRingTime),
            true);
        return new WidgetSnapshot(
            key, reader.OptionalText("name") ?? key, terms, reader.Reference("inboundQueue", false, NamedKind.InboundQueue), Languages(reader), Origins(reader),
            Color(reader), reader.Flag("enabled", true));
    }

    private static ImmutableArray<string> Languages(MapReader reader)
    {
        var allowed = Said.Listed(ConfigurationLimits.Languages);
        var languages = Texts(reader, "languages", ConfigurationLimits.Languages.Length, allowed, text => ConfigurationLimits.Languages.Contains(text) ? text : null,
            ProblemCode.UnknownLanguage);
        return languages.IsEmpty ? ConfigurationLimits.Languages : languages;
    }

    private static ImmutableArray<string> Origins(MapReader reader)
    {
        reader.Require("origins", OriginWords);
        var origins = Texts(reader, "origins", ConfigurationLimits.OriginsPerWidget, OriginWords, Origin, ProblemCode.BadUrl);
        if (reader.Find("origins") is ConfigSequence { Items.Length: 0 } empty)
        {
            reader.Scope.Report(ProblemCode.Missing, reader.PathOf("origins"), empty.Mark,
                new("the widget may stand on no page", "le widget ne peut figurer sur aucune page"), OriginWords);
        }

        return origins;
    }

    /// <summary>Of any page of the site, as browsers write it, so that the two can be compared; null where it is none.</summary>
    private static string? Origin(string text) =>
        text.Length <= ConfigurationLimits.UrlLength && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Host.Length > 0 && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
            ? address.GetLeftPart(UriPartial.Authority).ToLowerInvariant()
            : null;

    private static string? Color(MapReader reader)
    {
        if (reader.OptionalScalar("color", ColorWords) is not { } scalar)
        {
            return null;
        }

        if (scalar.Text.Length == ColorLength && scalar.Text[0] == '#' && scalar.Text.Skip(1).All(char.IsAsciiHexDigit))
        {
            return scalar.Text.ToLowerInvariant();
        }

        reader.Scope.Report(ProblemCode.BadValue, reader.PathOf("color"), scalar.Mark,
            new($"`{MapReader.Shorten(scalar.Text)}` is no colour", $"« {MapReader.Shorten(scalar.Text)} » n'est pas une couleur"), ColorWords);
        return null;
    }

    private static ImmutableArray<string> Texts(MapReader reader, string key, int most, Said allowed, Func<string, string?> read, string wrong)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var (node, path) in reader.Items(key, most))
        {
            if (node is not ConfigScalar scalar)
            {
                MapReader.WrongKind(reader.Scope, path, node, allowed);
            }
            else if (!scalar.Faulty && read(scalar.Text) is not { } text)
            {
                reader.Scope.Report(wrong, path, scalar.Mark,
                    new($"`{MapReader.Shorten(scalar.Text)}` cannot be used here", $"« {MapReader.Shorten(scalar.Text)} » ne convient pas ici"), allowed);
            }
            else if (!scalar.Faulty && read(scalar.Text) is { } known && !texts.Contains(known))
            {
                texts.Add(known);
            }
        }

        return texts.ToImmutable();
    }
}
