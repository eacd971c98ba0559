namespace Vonage.Simulation;

/// <summary>A rule of the document that a request violates.</summary>
/// <param name="Field">The path of the field in the body, or the name of the parameter: <c>image.url</c>, <c>to[0].number</c>, <c>page_size</c>.</param>
/// <param name="Reason">The rule: <c>is required</c>.</param>
public sealed record SpecViolation(string Field, string Reason)
{
    /// <summary>Creates a violation at a path in the body, or of the body as a whole if the path is empty.</summary>
    internal static SpecViolation At(string path, string reason) => new(path.Length == 0 ? "body" : path, reason);

    /// <summary>Returns the field and the reason.</summary>
    public override string ToString() => $"{Field}: {Reason}";
}
