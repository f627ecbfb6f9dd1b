namespace Rappel.Core.Config;

/// <summary>Stable words for what can be wrong. Screens and scripts may rely on them; the sentences may change.</summary>
public static class ProblemCode
{
    public const string YamlSyntax = "yaml-syntax";
    public const string YamlFeature = "yaml-feature-refused";
    public const string TooLarge = "too-large";
    public const string Unreadable = "unreadable";
    public const string WrongKind = "wrong-kind";
    public const string Missing = "missing";
    public const string UnknownKey = "unknown-key";
    public const string DuplicateKey = "duplicate-key";
    public const string BadKey = "bad-key";
    public const string BadValue = "bad-value";
    public const string BadDuration = "bad-duration";
    public const string OutOfRange = "out-of-range";
    public const string BadNumber = "bad-number";
    public const string DuplicateNumber = "duplicate-number";
    public const string UnknownReference = "unknown-reference";
    public const string WrongQueueKind = "wrong-queue-kind";
    public const string DisabledChannel = "disabled-channel";
    public const string DuplicateMember = "duplicate-member";
    public const string MissingEntry = "missing-entry";
    public const string UndefinedVariable = "undefined-environment-variable";
    public const string SecretDefault = "secret-with-default";
    public const string UnknownTimeZone = "unknown-time-zone";
    public const string OverlappingHours = "overlapping-hours";
    public const string BadHours = "bad-hours";
    public const string BadExpression = "bad-regular-expression";
    public const string BadRewrite = "bad-rewrite";
    public const string UnknownLanguage = "unknown-language";
    public const string MissingText = "missing-text";
    public const string UnknownVariable = "unknown-variable";
    public const string ReadOnlyVariable = "read-only-variable";
    public const string UnknownObject = "unknown-object";
    public const string UnknownExit = "unknown-exit";
    public const string OnlyInQueue = "only-in-queue";
    public const string BadLabel = "bad-label";
    public const string DuplicateLabel = "duplicate-label";
    public const string UnknownLabel = "unknown-label";
    public const string UnreachableObject = "unreachable-object";
    public const string EndlessCycle = "endless-cycle";
    public const string BadUrl = "bad-url";
    public const string BadPointer = "bad-json-pointer";
    public const string DuplicateCode = "duplicate-code";
}
