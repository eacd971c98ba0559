using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>
/// A field of a reply that an extension names by its path: <c>_embedded.calls</c> → <c>.Embedded?.Calls</c>, and <c>data[].data</c> →
/// <c>.Data?.Select(item => item.Data)</c>.
/// </summary>
/// <param name="Expression">What follows the reply in C#.</param>
/// <param name="ItemType">The type of the list's items, or of the field itself.</param>
/// <param name="Steps">The fields on the way.</param>
/// <param name="IsUri">The field is a <c>Uri</c> in C#.</param>
internal sealed record FieldPath(string Expression, string ItemType, IReadOnlyList<FieldStep> Steps, bool IsUri = false)
{
    public static FieldPath Of(Spec spec, string type, string path)
    {
        if (path.IndexOf("[].", StringComparison.Ordinal) is var list and > 0)
        {
            var outer = Of(spec, type, path[..list]);
            var inner = Of(spec, outer.ItemType, path[(list + 3)..]);
            return new($"{outer.Expression}?.Select(item => item{inner.Expression})", inner.ItemType, [.. outer.Steps, .. inner.Steps]);
        }
        var expression = string.Empty;
        var steps = new List<FieldStep>();
        var schema = spec.Schema(type);
        var name = type;
        foreach (var part in path.Split('.'))
        {
            var property = schema["properties"]?[part] as JObject ?? throw new SpecException($"'{name}' has no field '{part}', which an extension names.", schema);
            steps.Add(new(name, part, expression));
            expression += (expression.Length == 0 ? "." : "?.") + Names.Property(part, property, name);
            name = Spec.ReferenceOf(property) ?? string.Empty;
            schema = spec.Resolve(property);
        }
        return new(expression, schema["items"] is JObject items ? Spec.ReferenceOf(items) ?? "string" : name, steps, (string?)schema["format"] is "uri" or "uri-reference");
    }
}

/// <summary>A field on the way.</summary>
/// <param name="Schema">The schema that has it.</param>
/// <param name="Field">Its name on the wire.</param>
/// <param name="Owner">What follows the reply in C# to get to the object that has it; empty for the reply itself.</param>
internal sealed record FieldStep(string Schema, string Field, string Owner);
