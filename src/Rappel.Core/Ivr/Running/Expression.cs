using System.Globalization;
using Rappel.Core.Ivr.Speaking;

namespace Rappel.Core.Ivr.Running;

/// <summary>The right side of Set Variable: text with <c>$variables</c>, or a sum of two whole numbers.</summary>
internal static class Expression
{
    /// <param name="value">A variable's value; empty where it has none.</param>
    public static string Evaluate(string expression, Func<string, string> value)
    {
        var parts = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var left, "+" or "-", var right]
            && TryWhole(left, value, out var first)
            && TryWhole(right, value, out var second))
        {
            // 128 bits hold any sum of two 64-bit numbers; a counter that leaves 64 bits stays at the edge.
            var sum = parts[1] == "+" ? (Int128)first + second : (Int128)first - second;
            return Int128.Clamp(sum, long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture);
        }

        return Template.Fill(expression, value);
    }

    /// <summary>A counter that was never set counts from zero.</summary>
    private static bool TryWhole(string operand, Func<string, string> value, out long number)
    {
        var text = operand.StartsWith('$') ? Template.Fill(operand, value) : operand;
        number = 0;
        return text.Length == 0 || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
