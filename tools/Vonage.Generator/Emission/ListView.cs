using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A named array: a collection class of its own, as <c>List.liquid</c> sees it.</summary>
internal sealed class ListView
{
    public ListView(ApiModel api, string name)
    {
        var schema = api.Spec.Schema(name);
        Name = name;
        Access = api.AccessOf(name);
        Doc = Emission.Doc.Of((string?)schema["description"], name + ".");
        ItemType = Spec.ReferenceOf((JObject)schema["items"]!) ?? throw new SpecException($"The items of the named array '{name}' must refer to a named schema.", schema["items"]);
        IsRequest = api.Requests.Contains(name) && api.Requests.Contains(ItemType);
    }

    public string Name { get; }

    public string Access { get; }

    public string Doc { get; }

    public string ItemType { get; }

    public bool IsRequest { get; }
}
