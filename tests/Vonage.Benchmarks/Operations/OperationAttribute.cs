namespace Vonage.Benchmarks.Operations;

/// <summary>A row of the table: what is done, and how many times the floor it may cost.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OperationAttribute(int order, string name) : Attribute
{
    public int Order { get; } = order;

    public string Name { get; } = name;

    /// <summary>The limit of time. NaN where only the bytes have one.</summary>
    public double Time { get; init; } = 1.25;

    /// <summary>The limit of bytes. NaN where only the time has one.</summary>
    public double Bytes { get; init; } = 0.7;
}
