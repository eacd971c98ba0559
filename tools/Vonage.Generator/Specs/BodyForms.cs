using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>Of the forms in which a body can be written, a <c>oneOf</c> of named schemas, leaves the one that C# has (<c>x-form</c>).</summary>
internal static class BodyForms
{
    public static void Choose(Spec spec)
    {
        foreach (var schema in spec.Schemas.PropertyValues().Cast<JObject>().Where(schema => schema["x-form"] is not null).ToList())
        {
            var form = (string)schema["x-form"]!;
            var branch = (schema["oneOf"] as JArray ?? []).OfType<JObject>().FirstOrDefault(branch => Spec.ReferenceOf(branch) == form)
                ?? throw new SpecException($"x-form names '{form}', which is no branch of the oneOf beside it. Name one of its schemas.", schema["x-form"]);
            schema.RemoveAll();
            schema["$ref"] = (JToken)branch["$ref"]!;
        }
    }
}
