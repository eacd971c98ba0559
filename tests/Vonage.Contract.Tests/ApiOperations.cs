using System.Reflection;
using Vonage.Core.Pipeline;

namespace Vonage.Contract.Tests;

/// <summary>The operations of all APIs of the facade, as the generated clients describe them.</summary>
internal static class ApiOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        .. typeof(IVonageClient).GetProperties()
            .Select(api => api.PropertyType.Assembly.GetType($"{api.PropertyType.Namespace}.{api.PropertyType.Name[1..]}"))
            .SelectMany(client => client?.GetFields(BindingFlags.NonPublic | BindingFlags.Static) ?? [])
            .Where(field => field.FieldType == typeof(ApiOperation))
            .Select(field => (ApiOperation)field.GetValue(null)!),
    ];
}
