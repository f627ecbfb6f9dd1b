using System.Text;
using Rappel.Core.Config.Forms;

namespace Rappel.Core.Config.Binding;

/// <summary>
/// Fills in <c>${NAME}</c> and <c>${NAME:-default}</c> in values, never in keys, after parsing: what a variable holds cannot change
/// the shape of the tree. <c>$${</c> stands for <c>${</c>.
/// </summary>
internal static class EnvironmentText
{
    private static readonly Said Spellings = new("${NAME} or ${NAME:-default}", "${NOM} ou ${NOM:-valeur par défaut}");

    public static ConfigNode Expand(ConfigNode node, string path, string key, IReadOnlyDictionary<string, string> environment, BindingScope scope)
    {
        // What mentions none stays the same tree.
        if (!Mentions(node))
        {
            return node;
        }

        switch (node)
        {
            case ConfigMap map:
                var entries = map.Entries.Select(e => e with
                {
                    Value = Expand(e.Value, path.Length == 0 ? e.Key.Text : $"{path}/{e.Key.Text}",
                        SecretFields.Names.Contains(key) ? key : e.Key.Text, environment, scope),
                });
                return map with { Entries = [.. entries] };
            case ConfigSequence sequence:
                return sequence with
                {
                    Items = [.. sequence.Items.Select((item, index) => Expand(item, $"{path}/{index}", key, environment, scope))],
                };
            case ConfigScalar scalar when scalar.Text.Contains("${", StringComparison.Ordinal):
                return ExpandScalar(scalar, path, SecretFields.Names.Contains(key), environment, scope);
            default:
                return node;
        }
    }

    private static bool Mentions(ConfigNode node) => node switch
    {
        ConfigScalar scalar => scalar.Text.Contains("${", StringComparison.Ordinal),
        ConfigSequence sequence => sequence.Items.Any(Mentions),
        ConfigMap map => map.Entries.Any(e => Mentions(e.Value)),
        _ => false,
    };

    private static ConfigScalar ExpandScalar(
        ConfigScalar scalar, string path, bool secret, IReadOnlyDictionary<string, string> environment, BindingScope scope)
    {
        var text = scalar.Text;
        var result = new StringBuilder(text.Length);
        var faulty = false;
        var position = 0;
        while (position < text.Length)
        {
            var opening = text.IndexOf("${", position, StringComparison.Ordinal);
            if (opening < 0)
            {
                break;
            }

            if (opening > position && text[opening - 1] == '$')
            {
                result.Append(text, position, opening - 1 - position).Append("${");
                position = opening + 2;
                continue;
            }

            result.Append(text, position, opening - position);
            var closing = text.IndexOf('}', opening);
            if (closing < 0)
            {
                scope.Report(ProblemCode.BadValue, path, scalar.Mark, new("`${` is not closed by `}`", "« ${ » n'est pas fermé par « } »"), Spellings);
                return scalar with { Faulty = true };
            }

            faulty |= !AppendVariable(result, text[(opening + 2)..closing], path, scalar.Mark, secret, environment, scope);
            position = closing + 1;
        }

        result.Append(text, position, text.Length - position);
        return scalar with { Text = result.ToString(), Quoted = true, Faulty = faulty };
    }

    private static bool AppendVariable(
        StringBuilder result, string reference, string path, SourceMark mark, bool secret,
        IReadOnlyDictionary<string, string> environment, BindingScope scope)
    {
        var split = reference.IndexOf(":-", StringComparison.Ordinal);
        var name = split < 0 ? reference : reference[..split];
        var fallback = split < 0 ? null : reference[(split + 2)..];
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            scope.Report(ProblemCode.BadValue, path, mark, new($"`{name}` cannot be the name of an environment variable",
                $"« {name} » ne peut être le nom d'une variable d'environnement"), Spellings);
            return false;
        }

        // It would be a password published in a repository.
        if (secret && fallback is not null)
        {
            scope.Report(ProblemCode.SecretDefault, path, mark, new($"the secret `${{{name}}}` has a default", $"le secret « ${{{name}}} » a une valeur par défaut"),
                new("${NAME} without a default", "${NOM} sans valeur par défaut"));
            return false;
        }

        if (environment.TryGetValue(name, out var value) && value.Length > 0)
        {
            result.Append(value);
            return true;
        }

        if (fallback is null)
        {
            scope.Report(ProblemCode.UndefinedVariable, path, mark, new($"the environment variable `{name}` is not set",
                $"la variable d'environnement « {name} » n'est pas définie"));
            return false;
        }

        result.Append(fallback);
        return true;
    }
}
