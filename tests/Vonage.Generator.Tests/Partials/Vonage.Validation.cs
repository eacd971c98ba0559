using Vonage.Core;

namespace Vonage.Validation;

public partial class OrderRequest
{
    partial void ValidateMore()
    {
        if (Name == "Never")
            throw new InvalidRequestException("name", "must not be Never.");
    }
}
