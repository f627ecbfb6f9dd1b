namespace Rappel.Server.Configuration.Yaml;

/// <summary>When a value is put in quotes.</summary>
internal enum YamlQuotes
{
    /// <summary>Where YAML would read something else, or nothing, without them.</summary>
    WhereNeeded,

    /// <summary>Also where other readers of YAML would take the text for a number, a flag, a date or nothing.</summary>
    WhereNotText,

    /// <summary>Always, in single ones: for regular expressions, whose backslashes then stand for themselves.</summary>
    Single,

    /// <summary>Never: it is YAML already.</summary>
    Verbatim,
}
