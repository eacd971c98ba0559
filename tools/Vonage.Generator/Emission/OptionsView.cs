using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>
/// A class that holds the optional parameters of an operation, as <c>Options.liquid</c> sees it: of every operation that lists or searches,
/// that has more than two of them, or for which <c>x-options</c> names the class.
/// </summary>
internal sealed class OptionsView
{
    private const int MostParameters = 2;

    private OptionsView(string name, IReadOnlyList<ParameterView> members, OperationModel operation)
    {
        Name = name;
        Members = members;
        HasProgress = operation.IsDownload;

        // A list is fetched later than it is asked for; hand-written code may do the same.
        IsCopied = operation.Paging is not null || operation.Access == MethodAccess.Class;
        Methods = [operation.MethodName];
    }

    public string Name { get; }

    public IReadOnlyList<ParameterView> Members { get; }

    /// <summary>The operation downloads a file.</summary>
    public bool HasProgress { get; }

    /// <summary>A list keeps the options that it was called with.</summary>
    public bool IsCopied { get; private init; }

    public string Doc => Emission.Doc.Of($"Optional parameters of {string.Join(" and ", Methods.Select(m => $"`{m}`"))}.", Name);

    private IReadOnlyList<string> Methods { get; init; }

    public static OptionsView? Of(OperationModel operation, ApiModel api, JObject json)
    {
        var members = operation.Inputs.Where(i => !i.IsRequired && i != operation.Paging?.Position).ToList();
        var given = (string?)json["x-options"];
        var lists = operation.Access != MethodAccess.Private && (operation.OperationId.StartsWith("list", StringComparison.Ordinal) || operation.OperationId.StartsWith("search", StringComparison.Ordinal));
        if (members.Count == 0 || given is null && !lists && members.Count <= MostParameters && !members.Exists(m => m.IsAccountKey))
            return null;
        if (given is null && lists && api.Target.IsOwn && operation.OperationId.All(char.IsLower))
            throw new SpecException($"{operation.OperationId} does not say what it lists. Name the class of its optional parameters with x-options.", json);
        members.ForEach(m => m.ReadFromOptions(api.Target.Provider));
        return new OptionsView(given ?? Names.Pascal(operation.OperationId) + "Options", members, operation);
    }

    /// <summary>The classes of all operations. Operations share a class only if they have the same optional parameters.</summary>
    public static IEnumerable<OptionsView> All(ApiModel api, IEnumerable<OptionsView> views) => views.GroupBy(v => v.Name).Select(group =>
    {
        var first = group.First();
        if (group.Any(v => v.Shape != first.Shape))
            throw new SpecException($"The operations that share {first.Name} have different optional parameters. Give each its own x-options.");
        return new OptionsView(first, [.. group.SelectMany(v => v.Methods)], group.Any(v => v.IsCopied));
    });

    private OptionsView(OptionsView other, IReadOnlyList<string> methods, bool isCopied)
    {
        (Name, Members, HasProgress) = (other.Name, other.Members, other.HasProgress);
        Methods = methods;
        IsCopied = isCopied;
    }

    private string Shape => string.Join(",", Members.Select(m => m.Type + m.Property)) + HasProgress;
}
