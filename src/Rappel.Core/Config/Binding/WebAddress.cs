namespace Rappel.Core.Config.Binding;

/// <summary>Addresses that scripts and webhooks send requests to.</summary>
internal static class WebAddress
{
    private static readonly Said Words = new("https://host/path; http:// only to this machine (localhost, 127.0.0.1, [::1])",
        "https://hôte/chemin; http:// seulement vers cette machine (localhost, 127.0.0.1, [::1])");

    /// <summary>The address as written; empty, and reported, where none can be used.</summary>
    /// <param name="withVariables">Whether <c>$variables</c> may stand after the host. Never in it: a caller must not choose whom we ask.</param>
    public static string Bind(MapReader reader, string key, bool withVariables)
    {
        if (reader.RequiredScalar(key, Words) is not { } scalar)
        {
            return "";
        }

        if (scalar.Text.Length > ConfigurationLimits.UrlLength)
        {
            reader.Scope.Report(ProblemCode.OutOfRange, reader.PathOf(key), scalar.Mark,
                new($"`{key}` has {scalar.Text.Length} characters", $"« {key} » a {scalar.Text.Length} caractères"),
                new($"1 to {ConfigurationLimits.UrlLength} characters", $"de 1 à {ConfigurationLimits.UrlLength} caractères"));
            return "";
        }

        if (WhyNot(scalar.Text, withVariables) is not { } reason)
        {
            return scalar.Text;
        }

        reader.Scope.Report(ProblemCode.BadUrl, reader.PathOf(key), scalar.Mark,
            new($"`{MapReader.Shorten(scalar.Text)}` {reason.English}", $"« {MapReader.Shorten(scalar.Text)} » {reason.French}"), Words);
        return "";
    }

    private static Said? WhyNot(string text, bool withVariables)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var end = scheme < 0 ? -1 : text.AsSpan(scheme + 3).IndexOfAny('/', '?', '#');
        var host = end < 0 ? text : text[..(scheme + 3 + end)];
        if (host.Contains('$', StringComparison.Ordinal) || (!withVariables && text.Contains('$', StringComparison.Ordinal)))
        {
            return new("has a variable where none may be", "a une variable là où il n'en faut pas");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.Host.Length == 0)
        {
            return new("is not a web address", "n'est pas une adresse Web");
        }

        if (address.UserInfo.Length > 0)
        {
            return new("has a user name or password in it; a header is the place for those",
                "contient un nom d'utilisateur ou un mot de passe; leur place est dans un en-tête");
        }

        return address.Scheme == "http" && !address.IsLoopback ? new("is not encrypted", "n'est pas chiffrée") : null;
    }
}
