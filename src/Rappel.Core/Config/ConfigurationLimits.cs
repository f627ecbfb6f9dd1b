using System.Collections.Immutable;
using Rappel.Core.Callbacks;

namespace Rappel.Core.Config;

/// <summary>Every limit an administrator's values are held to. Those of a callback are the callback book's own.</summary>
public static class ConfigurationLimits
{
    /// <summary>Languages something can be said in.</summary>
    public static readonly ImmutableArray<string> Languages = ["en", "fr"];

    /// <summary>Codecs a trunk may be given.</summary>
    public static readonly ImmutableArray<string> Codecs = ["PCMU", "PCMA"];

    // Callback object.
    public static readonly IntegerLimit Attempts = new(CallbackLimits.MinimumAttempts, CallbackLimits.MaximumAttempts);
    public static readonly DurationLimit RetryDelay = new(CallbackLimits.MinimumRetryDelay, CallbackLimits.MaximumRetryDelay);
    public static readonly DurationLimit CancelAfter = new(CallbackLimits.MinimumCancelAfter, CallbackLimits.MaximumCancelAfter);
    public static readonly DurationLimit RingTime = new(CallbackLimits.MinimumRingTime, CallbackLimits.MaximumRingTime);

    // Queues and agents.
    public static readonly IntegerLimit Priority = new(1, 10);
    public static readonly IntegerLimit Skill = new(1, 10);
    public static readonly DurationLimit OfferTimeout = new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60));
    public static readonly DurationLimit WrapUp = new(TimeSpan.Zero, TimeSpan.FromMinutes(60));
    public static readonly IntegerLimit WaitingCalls = new(1, 10_000);
    public static readonly DurationLimit MaximumWait = new(TimeSpan.FromSeconds(10), TimeSpan.FromHours(24));
    public static readonly DurationLimit ServiceLevelThreshold = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(60));
    public static readonly IntegerLimit ServiceLevelTarget = new(0, 100);
    public static readonly IntegerLimit AlertThreshold = new(0, 1_000_000);
    public static readonly DurationLimit AlertFor = new(TimeSpan.Zero, TimeSpan.FromMinutes(60));
    public static readonly IntegerLimit PendingCallbacks = new(1, 100_000);
    public static readonly DurationLimit MessageLength = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15));

    /// <summary>Days.</summary>
    public static readonly IntegerLimit RecordingRetention = new(1, 3_650);

    // Trunks.
    public static readonly IntegerLimit Port = new(1, 65_535);
    public static readonly IntegerLimit TrunkCalls = new(1, 10_000);
    public static readonly IntegerLimit TrunkOrder = new(0, 1_000);
    public const int TrustedNetworks = 100;

    // Script objects.
    public static readonly DurationLimit DigitTimeout = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));
    public static readonly IntegerLimit Tries = new(1, 10);
    public static readonly IntegerLimit Digits = new(1, 32);
    public static readonly DurationLimit Wait = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(60));
    public static readonly IntegerLimit CallsAhead = new(0, 10_000);
    public static readonly DurationLimit Comparison = new(TimeSpan.Zero, TimeSpan.FromHours(72));
    public const int LabelLength = 21;
    public const int VariableLength = 40;
    public const int ObjectsPerScript = 2_000;
    public const int Utterances = 50;

    // Web requests of scripts, and webhooks.
    public static readonly DurationLimit WebTimeout = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    public const int UrlLength = 1_000;
    public const int BodyLength = 8_000;
    public const int HeadersPerRequest = 20;
    public const int HeaderLength = 1_000;
    public const int VariablesPerRequest = 20;
    public const int PointerLength = 200;

    // Widgets.
    public const int OriginsPerWidget = 50;

    // Contacts and codes.
    public const int ContactsPerList = 100_000;
    public const int ListsPerCheck = 10;
    public const int VariablesPerContact = 20;
    public const int ContactValueLength = 256;
    public const int CodesPerList = 200;
    public const int CodesPerCall = 6;
    public const int CodeLength = 20;

    // Text.
    public const int KeyLength = 60;
    public const int NameLength = 100;
    public const int TextLength = 2_000;
    public const int PatternLength = 200;
    public const int AllowedNamesShown = 8;

    // Sizes.
    public const int MembersPerQueue = 1_000;
    public const int RulesPerPlan = 500;
    public const int IntervalsPerSchedule = 500;
    public const int ExceptionsPerSchedule = 400;
    public static readonly IntegerLimit Treatment = new(1, 6);
}
