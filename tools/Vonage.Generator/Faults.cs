using System.Diagnostics;
using Newtonsoft.Json;
using Vonage.Generator.Specs;

namespace Vonage.Generator;

/// <summary>Says what went wrong in MSBuild's format, so that it shows as an error of the build and an editor jumps to its place.</summary>
internal static class Faults
{
    private const string Nowhere = "Vonage.Generator";

    /// <summary>Does something for a document, and reports what is wrong with it.</summary>
    /// <returns>Whether nothing was.</returns>
    public static async Task<bool> ReportAsync(string document, Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception error)
        {
            Report(error, Path.GetFullPath(document));
            return false;
        }
    }

    /// <summary>Reports an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="document">The document that it is about, if any.</param>
    public static void Report(Exception error, string? document = null)
    {
        if (SpecException.In(error) is { } known)
            Write(known.Faults, document, "error");
        else if (error is IOException or UnauthorizedAccessException or JsonException)
            Write(document ?? Nowhere, "error SPEC", error.Message);
        else
            Write(document ?? Nowhere, "error GENERATOR", $"The generator has a mistake that this document brings out. Report it with the document and this line: {error.GetType().Name} in {MethodOf(error)}: {error.Message}");
    }

    /// <summary>Reports what stops nothing.</summary>
    public static void Warn(IEnumerable<Fault> faults, string document) => Write(faults, document, "warning");

    private static void Write(IEnumerable<Fault> faults, string? document, string severity)
    {
        foreach (var fault in faults)
            Write(fault.Place?.Origin ?? document ?? Nowhere, severity + " SPEC", fault.Place is { } place ? $"{fault.Text} ({place.Pointer})" : fault.Text);
    }

    private static string MethodOf(Exception error) =>
        new StackTrace(error).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(method => method?.DeclaringType?.Assembly == typeof(Faults).Assembly) is { } method
            ? $"{method.DeclaringType!.Name}.{method.Name}"
            : "NSwag";

    // On one line, whatever the spec has in its names.
    private static void Write(string origin, string code, string text) =>
        Console.Error.WriteLine($"{origin}: {code}: " + string.Concat(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(c => !char.IsControl(c))));
}
