namespace Vonage.Benchmarks.Summary;

/// <summary>What one call costs: the median time, and the bytes allocated.</summary>
internal readonly record struct Cost(double Nanoseconds, long Bytes);

/// <summary>A row of the table.</summary>
internal sealed record Measurement(string Operation, Cost Floor, Cost Ours, double TimeLimit, double BytesLimit)
{
    public double TimeRatio => Ours.Nanoseconds / Floor.Nanoseconds;

    public double BytesRatio => (double)Ours.Bytes / Floor.Bytes;

    /// <summary>A limit that is NaN is none.</summary>
    public bool IsWithin => !(TimeRatio > TimeLimit) && !(BytesRatio > BytesLimit);
}
