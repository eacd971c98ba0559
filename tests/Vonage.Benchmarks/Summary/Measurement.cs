namespace Vonage.Benchmarks.Summary;

/// <summary>What one call costs: the median time, and the bytes allocated.</summary>
internal readonly record struct Cost(double Nanoseconds, long Bytes);

/// <summary>A row of the tables.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Floor">By hand, with Newtonsoft.Json.</param>
/// <param name="Platform">By hand, with System.Text.Json's generated code; null if the operation has no such floor.</param>
/// <param name="Ours">By the library.</param>
/// <param name="TimeLimit">The limit of time beside the floor.</param>
/// <param name="BytesLimit">The limit of bytes beside the floor.</param>
internal sealed record Measurement(string Operation, Cost Floor, Cost? Platform, Cost Ours, double TimeLimit, double BytesLimit)
{
    public double TimeRatio => Ours.Nanoseconds / Floor.Nanoseconds;

    public double BytesRatio => (double)Ours.Bytes / Floor.Bytes;

    /// <summary>A limit that is NaN is none.</summary>
    public bool IsWithin => !(TimeRatio > TimeLimit) && !(BytesRatio > BytesLimit);
}
