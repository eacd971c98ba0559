using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>The exception for a JSON value of another type than its field has.</summary>
internal sealed class UnreadableValueException(string message) : JsonSerializationException(message);
