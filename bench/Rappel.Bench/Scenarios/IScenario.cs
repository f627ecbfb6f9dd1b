using System.Threading.Tasks;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>A part of the table.</summary>
internal interface IScenario
{
    /// <summary>By which it can be asked for alone.</summary>
    string Name { get; }

    /// <summary>True where one run is long enough.</summary>
    bool Once => false;

    /// <param name="run">Counted from 1. Rows of the same name are one line of the table.</param>
    Task<IReadOnlyList<GoalRow>> Run(int run);
}
