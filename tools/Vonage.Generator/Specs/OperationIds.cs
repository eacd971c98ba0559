using Vonage.Generator.Emission;

namespace Vonage.Generator.Specs;

/// <summary>Sees to it that every operation has a name of its own: one that the document leaves out is made from the method and the path.</summary>
internal static class OperationIds
{
    public static void Complete(Spec spec)
    {
        var operations = spec.Operations().ToList();
        var taken = operations.Select(o => (string?)o.Operation["operationId"]).OfType<string>().Select(Names.Pascal).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, method, operation) in operations.Where(o => string.IsNullOrWhiteSpace((string?)o.Operation["operationId"])))
        {
            var name = Unique.Name(method + string.Concat(path.Split('/').Select(Word)), taken, Names.Pascal);
            operation["operationId"] = name;
            spec.Warn($"{method.ToUpperInvariant()} {path} has no operationId and is called '{name}'. Add an operationId, so that its method keeps its name when the path changes.", operation);
        }
        foreach (var twins in operations.GroupBy(o => Names.Pascal((string)o.Operation["operationId"]!)).Where(g => g.Count() > 1))
            throw new SpecException([.. twins.Select(o => new Fault($"Several operations have an operationId that becomes {twins.Key}: {string.Join(", ", twins.Select(t => Place.Of(t.Operation)?.Pointer))}. Give each its own.", Place.Of(o.Operation["operationId"])))]);
    }

    private static string Word(string segment) =>
        string.Concat(segment.Split('{').Select((part, i) => (i == 0 ? string.Empty : "By") + (part.Any(char.IsLetterOrDigit) ? Names.Pascal(part) : string.Empty)));
}
