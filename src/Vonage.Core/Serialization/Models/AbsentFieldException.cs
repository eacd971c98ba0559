using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>The exception that is thrown when JSON lacks a field that the API guarantees. It names the path of the field.</summary>
internal sealed class AbsentFieldException(string parent, string field)
    : JsonSerializationException($"The field '{(parent.Length == 0 ? field : parent + "." + field)}' is missing.")
{
    public string Field { get; } = parent.Length == 0 ? field : parent + "." + field;
}
