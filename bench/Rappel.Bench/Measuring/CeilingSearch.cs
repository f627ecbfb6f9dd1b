namespace Rappel.Measuring;

/// <summary>Looks for the highest rate that is carried: up in strides until one is not, then between the two until they are near.</summary>
/// <param name="start">The first rate tried.</param>
/// <param name="stride">Factor of the steps up, and down where the first rate is not carried.</param>
/// <param name="near">The search ends where the lowest rate not carried is at most this factor above the highest carried.</param>
/// <param name="least">Where this is not carried either, the search is given up.</param>
/// <param name="most">Never tried above.</param>
internal sealed class CeilingSearch(double start, double stride, double near, double least, double most)
{
    private double? carried;
    private double? refused;

    /// <summary>The highest rate carried so far; 0 for none.</summary>
    public double Ceiling => carried ?? 0;

    /// <summary>Null where the search is over.</summary>
    public double? Next => (carried, refused) switch
    {
        (null, null) => start,
        ({ } low, null) => low >= most ? null : Math.Min(most, low * stride),
        (null, { } high) => high < least ? null : high / stride,
        ({ } low, { } high) => high / low <= near ? null : Math.Sqrt(low * high),
    };

    public void Tell(double rate, bool wasCarried)
    {
        if (wasCarried)
        {
            carried = Math.Max(carried ?? 0, rate);
        }
        else
        {
            refused = Math.Min(refused ?? double.MaxValue, rate);
        }
    }
}
