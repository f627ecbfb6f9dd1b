namespace Rappel.Core.Config.Binding;

/// <summary>Names of variables that configuration gives values to.</summary>
internal static class VariableNames
{
    public static readonly Said Words = new(
        $"a letter, then letters and digits, at most {ConfigurationLimits.VariableLength} in all; not a system variable",
        $"une lettre, puis des lettres et des chiffres, {ConfigurationLimits.VariableLength} au plus en tout; pas une variable du système");

    /// <summary>The name, with or without its dollar sign; null, and reported, where nothing may be written to it.</summary>
    public static string? Writable(BindingScope scope, ConfigScalar written, string path)
    {
        var name = written.Text.TrimStart('$');
        if (ScriptVariables.Data.Contains(name))
        {
            return name;
        }

        if (ScriptVariables.System.Contains(name))
        {
            scope.Report(ProblemCode.ReadOnlyVariable, path, written.Mark,
                new($"`${name}` is filled by the system and cannot be set", $"« ${name} » est remplie par le système et ne peut être fixée"), Words);
            return null;
        }

        if (!ScriptVariables.IsName(name))
        {
            scope.Report(ProblemCode.BadValue, path, written.Mark,
                new($"`{MapReader.Shorten(written.Text)}` cannot be the name of a variable",
                    $"« {MapReader.Shorten(written.Text)} » ne peut être le nom d'une variable"), Words);
            return null;
        }

        return name;
    }
}
