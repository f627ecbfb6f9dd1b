using System.Globalization;
using System.Text;
using Rappel.Core.Config;

namespace Rappel.Server.Configuration;

/// <summary>Tells problems to people: one a line, <c>file:line: path: what is wrong (allowed: ...)</c>, then their number.</summary>
public static class ConfigurationReport
{
    public static string Format(IReadOnlyCollection<ConfigurationProblem> problems)
    {
        var report = new StringBuilder();
        foreach (var problem in problems)
        {
            report.Append(Line(problem)).Append('\n');
        }

        return report.Append(CultureInfo.InvariantCulture, $"{problems.Count} {(problems.Count == 1 ? "problem" : "problems")}\n").ToString();
    }

    public static string Line(ConfigurationProblem problem)
    {
        var line = new StringBuilder();
        if (problem.File.Length > 0)
        {
            line.Append(problem.File).Append(':').Append(problem.Line).Append(": ");
        }

        if (problem.Path.Length > 0)
        {
            line.Append(problem.Path).Append(": ");
        }

        line.Append(problem.Message.English);
        if (!problem.Allowed.IsEmpty)
        {
            line.Append(" (allowed: ").Append(problem.Allowed.English).Append(')');
        }

        // What people wrote is quoted in messages: it must not make lines of its own, nor steer a terminal.
        return string.Concat(line.ToString().Select(c => char.IsControl(c) ? ' ' : c));
    }
}
