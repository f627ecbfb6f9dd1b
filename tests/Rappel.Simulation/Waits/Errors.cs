namespace Rappel.Simulation.Waits;

/// <summary>What one estimator told against what came of it, in seconds.</summary>
internal sealed class Errors
{
    private readonly List<double> _sizes = [];
    private double _sum;
    private double _squares;

    public int Count => _sizes.Count;

    /// <summary>Above zero: people waited longer than they were told.</summary>
    public double Bias => _sum / Count;

    public double MeanSize => _sizes.Sum() / Count;

    public double RootMeanSquare => Math.Sqrt(_squares / Count);

    /// <summary>Nine in ten are no further off than this.</summary>
    public double NinetiethPercentile
    {
        get
        {
            _sizes.Sort();
            return _sizes[(int)(0.9 * (Count - 1))];
        }
    }

    public void Add(TimeSpan told, TimeSpan real)
    {
        var error = (real - told).TotalSeconds;
        _sum += error;
        _squares += error * error;
        _sizes.Add(Math.Abs(error));
    }
}
