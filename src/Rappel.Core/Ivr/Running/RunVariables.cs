using System.Collections.Immutable;
using System.Globalization;
using Rappel.Core.Config;
using Rappel.Core.Ivr.Speaking;
using Rappel.Core.Numbers;

namespace Rappel.Core.Ivr.Running;

/// <summary>What <c>$names</c> stand for: as text for comparing and reckoning, and as words for saying.</summary>
internal sealed class RunVariables(ScriptCall call, IScriptEnvironment environment)
{
    public const string CallerPhoneNumber = "callerPhoneNumber";
    public const string CallbackPhoneNumber = "callbackPhoneNumber";
    public const string QueuePosition = "QueuePosition";
    public const string ExpectedWait = "ExpectedWait";
    public const string Channel = "Channel";
    public const string Language = "Language";
    public const string CallbackPosition = "CallbackPosition";

    public const string ContactName = "contactName";

    /// <summary>The number to ring back. Written by Get Value and Set Variable, so not among the read-only ones.</summary>
    public const string CustomerPhoneNumber = "customer.phoneNumber";

    /// <summary>From this many digits on, and with a zero in front, a value is a number to be spelled, not a quantity.</summary>
    private const int SpelledFrom = 5;

    /// <summary>The system variable of this name, however its letters are cased; null for any other.</summary>
    public static string? SystemName(string name) =>
        ScriptVariables.System.FirstOrDefault(s => s.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value; empty for a known one without value, null for one that was never set.</summary>
    public string? Value(string name) => SystemName(name) switch
    {
        CallerPhoneNumber => call.Caller?.Value ?? "",
        CallbackPhoneNumber => RingBack?.Value ?? "",
        QueuePosition => Whole(environment.QueuePosition),
        ExpectedWait => environment.ExpectedWait is { } wait ? Whole((long)Math.Ceiling(Math.Max(0, wait.TotalSeconds))) : "",
        Channel => call.ChannelNumber,
        Language => call.Language,
        CallbackPosition => Whole(environment.CallbackPosition),
        ContactName => call.ContactName ?? "",
        _ => Named(name) is { } found ? call.Variables[found]
            : name == CustomerPhoneNumber ? call.CallbackNumber?.Value : null,
    };

    /// <summary>What is said for a variable, in <paramref name="language"/>; null for one that was never set.</summary>
    public ImmutableArray<string>? Said(string name, string language)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        return SystemName(name) switch
        {
            CallerPhoneNumber or CallbackPhoneNumber or Channel => SpokenDigits.PhoneNumber(value),
            ExpectedWait => [Wording.For(language).Wait(environment.ExpectedWait)],
            Language => [Wording.For(language).LanguageName(value)],
            QueuePosition or CallbackPosition => [value],
            ContactName => value.Length == 0 ? [] : [value],
            _ when name == CustomerPhoneNumber => SpokenDigits.PhoneNumber(value),
            _ when value.Length == 0 => [],
            _ => Spelled(Named(name) ?? name, value) ? SpokenDigits.Grouped(value) : [value],
        };
    }

    public void Set(string name, string value) =>
        call.Variables[Named(name) ?? name] = value.Length <= ScriptLimits.VariableLength ? value : value[..ScriptLimits.VariableLength];

    private PhoneNumber? RingBack => call.CallbackNumber ?? call.Pending?.Number ?? call.Caller;

    /// <summary>The exact name first, then one that differs in case only.</summary>
    private string? Named(string name) =>
        call.Variables.ContainsKey(name)
            ? name
            : call.Variables.Keys.Where(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault();

    private bool Spelled(string name, string value) =>
        value.All(char.IsAsciiDigit)
        && (call.Collected.Contains(name) || ScriptVariables.Data.Contains(name) || value.Length >= SpelledFrom || (value.Length > 1 && value[0] == '0'));

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
