namespace Vonage.Simulation;

/// <summary>A rule of the document that a request breaks.</summary>
/// <param name="Field">The field, by its path in the body or its parameter's name: <c>image.url</c>, <c>to[0].number</c>, <c>page_size</c>.</param>
/// <param name="Reason">The rule: <c>is required</c>.</param>
public sealed record Violation(string Field, string Reason)
{
    /// <summary>A violation at a path in the body, or, where the path is empty, by the body as a whole.</summary>
    internal static Violation At(string path, string reason) => new(path.Length == 0 ? "body" : path, reason);

    /// <summary>Both in one line.</summary>
    public override string ToString() => $"{Field}: {Reason}";
}
