namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Get Digit and Get Value.</summary>
internal static class GetBinder
{
    private static readonly Said DataWords = new("customer.phoneNumber, customer.accountNumber, case.number, or a variable such as $answer",
        "customer.phoneNumber, customer.accountNumber, case.number, ou une variable telle $answer");

    private const int DefaultTries = 3;
    private const int DefaultMaximumDigits = 20;
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DefaultFirstDigit = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan DefaultBetweenDigits = TimeSpan.FromSeconds(4);

    public static ScriptObject BindDigit(ObjectReader reader) => new GetDigitObject(
        reader.Path, reader.Protected, reader.Utterances("prompt", false),
        reader.Map.Duration("timeout", ConfigurationLimits.DigitTimeout, DefaultTimeout),
        reader.Map.Integer("tries", ConfigurationLimits.Tries, DefaultTries), reader.Map.Flag("typeAhead", false),
        reader.Exits(ScriptExits.GetDigit, required: true));

    public static ScriptObject BindValue(ObjectReader reader)
    {
        var map = reader.Map;
        var data = Data(reader);
        var minimum = map.Integer("minimumDigits", ConfigurationLimits.Digits, 1);
        var maximum = map.Integer("maximumDigits", ConfigurationLimits.Digits, DefaultMaximumDigits);
        if (minimum > maximum)
        {
            reader.Report(ProblemCode.OutOfRange, "minimumDigits", map.Find("minimumDigits")?.Mark ?? map.Mark,
                new($"at least {minimum} digits and at most {maximum} cannot both hold",
                    $"au moins {minimum} chiffres et au plus {maximum}\u00a0: les deux ne vont pas ensemble"),
                new("`minimumDigits` not above `maximumDigits`", "« minimumDigits » sans dépasser « maximumDigits »"));
        }

        var plan = map.Reference("dialPlan", false, NamedKind.DialPlan);
        if (map.Find("dialPlan") is { } node && data is "customer.accountNumber" or "case.number")
        {
            reader.Report(ProblemCode.BadValue, "dialPlan", node.Mark,
                new($"`{data}` is not a phone number", $"« {data} » n'est pas un numéro de téléphone"),
                new("for phone numbers only", "pour les numéros de téléphone seulement"));
        }

        return new GetValueObject(
            reader.Path, reader.Protected, reader.Utterances("prompt", false), data, minimum, maximum,
            map.Choice<char?>("terminator", '#', ("#", '#'), ("*", '*'), ("none", null)),
            map.Duration("firstDigitTimeout", ConfigurationLimits.DigitTimeout, DefaultFirstDigit),
            map.Duration("betweenDigitTimeout", ConfigurationLimits.DigitTimeout, DefaultBetweenDigits),
            map.Integer("tries", ConfigurationLimits.Tries, DefaultTries), map.Flag("typeAhead", false), plan,
            reader.Exits(ScriptExits.GetValue, required: true));
    }

    private static string Data(ObjectReader reader)
    {
        if (reader.Map.RequiredScalar("data", DataWords) is not { } scalar)
        {
            return ScriptVariables.Data[0];
        }

        if (ScriptVariables.Data.Contains(scalar.Text))
        {
            return scalar.Text;
        }

        if (scalar.Text.StartsWith('$'))
        {
            return $"${reader.WritableVariable("data")}";
        }

        reader.Report(ProblemCode.BadValue, "data", scalar.Mark,
            new Said($"`{MapReader.Shorten(scalar.Text)}` is nothing we can collect", $"« {MapReader.Shorten(scalar.Text)} » ne peut être recueilli")
            + NearestWord.Hint(scalar.Text, ScriptVariables.Data), DataWords);
        return ScriptVariables.Data[0];
    }
}
