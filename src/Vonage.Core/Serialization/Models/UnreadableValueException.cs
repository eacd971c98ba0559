using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>The exception for a JSON value of another type than its field has.</summary>
internal sealed class UnreadableValueException(string message) : JsonSerializationException(message)
{
    /// <summary>Its object cannot be used without it, so that what contains the object does not hide it.</summary>
    public bool IsRequired { get; private set; }

    public void MarkRequired() => IsRequired = true;
}
