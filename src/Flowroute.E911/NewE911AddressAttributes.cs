using Vonage.Core;

namespace Flowroute.E911;

public partial class NewE911AddressAttributes
{
    partial void ValidateMore()
    {
        if (AddressType is not null && string.IsNullOrEmpty(AddressTypeNumber))
            throw new InvalidRequestException("address_type_number", "is required with address_type. Set it, or leave both out.");
    }
}
