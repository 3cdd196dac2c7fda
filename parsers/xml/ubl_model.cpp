// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/ubl_model.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace besteld::parsers {
namespace {

// Element names of the UBL 2.x common libraries that occur in orders, changes and cancellations.
constexpr std::string_view order_vocabulary = R"(
AcceptedIndicator AccountFormatCode AccountID AccountingContact AccountingCost AccountingCostCode
AccountingCustomerParty AccountingSupplierParty AccountTypeCode ActionCode ActivityProperty ActualDeliveryDate
ActualDeliveryTime ActualDespatchDate ActualDespatchTime AdditionalAccountID AdditionalDocumentReference
AdditionalInformation AdditionalItemIdentification AdditionalItemProperty AdditionalStreetName Address
AddressFormatCode AddressLine AddressTypeCode AgentParty AllowanceCharge AllowanceChargeReason
AllowanceChargeReasonCode AllowanceTotalAmount Amount AmountRate AnticipatedMonetaryTotal ApplicableAddress
ApplicableTerritoryAddress ApplicableTransportMeans Attachment BackorderQuantity BackOrderAllowedIndicator
BackorderReason BaseAmount BaseQuantity BaseUnitMeasure BatchQuantity BestBeforeDate BirthDate BlockName
BrandName BuildingName BuildingNumber BuyerContact BuyerCustomerParty BuyerProfileURI BuyerReference
BuyersItemIdentification CalculationRate CalculationSequenceNumeric CallBaseAmount CallExtensionAmount
CancellationNote CardAccount CarrierParty CarrierServiceInstructions CatalogueDocumentReference
CatalogueIndicator CatalogueItemIdentification CatalogueLineReference CatalogueReference
CategoryName Certificate CertificateTypeCode Channel ChannelCode CharacterSetCode ChargeableWeightMeasure ChargeIndicator
ChargeTotalAmount CityName CitySubdivisionName ClassifiedTaxCategory CodeValue CollectedPayment Comment
CommodityClassification CommodityCode CommunicationChannel CompanyID CompanyLegalForm CompanyLegalFormCode
CompanyLiquidationStatusIndicator CompletionIndicator ConditionCode Conditions ConditionsDescription
ConsigneeParty Consignment ConsignorParty ConsolidatableIndicator ConsumptionPoint Contact ContainedGoodsItem
ContainedPackage ContentUnitQuantity Contract ContractDocumentReference ContractedCarrierAcceptanceIndicator
ContractFormalizationPeriod ContractingParty ContractType ContractTypeCode ConversionRate CoordinateSystemCode
CopyIndicator CorporateRegistrationScheme CorporateRegistrationTypeCode CorporateStockAmount CostPercent
Country CountrySubentity CountrySubentityCode CreditAccount CurrencyCode CustomerAssignedAccountID
CustomerParty CustomerReference CustomizationID CustomsClearanceServiceInstructions CV2ID
DataSendingCapability DateDescription DeclaredCustomsValueAmount DeclaredForCarriageValueAmount
DeclaredStatisticsValueAmount DeliveredQuantity Delivery DeliveryAddress DeliveryContact DeliveryCustomerParty
DeliveryInstructions DeliveryLocation DeliveryParty DeliveryTerms DeliveryTransportEvent DeliveryUnit
Department DependentPriceReference Description DescriptionCode Despatch DespatchAddress DespatchAdviceReference
DespatchContact DespatchLocation DespatchParty DestinationCountry DestinationCurrencyBaseRate
DestinationCurrencyCode Dimension DimensionMeasureType DispositionCode DistributionChannel District
DocumentCurrencyCode DocumentDescription DocumentDistribution DocumentHash DocumentReference
DocumentResponse DocumentStatusCode DocumentStatusReasonCode DocumentStatusReasonDescription DocumentTax
DocumentType DocumentTypeCode DurationMeasure ElectronicMail EmbeddedDocumentBinaryObject EmergencyProceduresCode
EndDate EndpointID EndTime EnvironmentalEmission EstimatedDeliveryDate EstimatedDeliveryPeriod
EstimatedDeliveryTime EstimatedDespatchDate EstimatedDespatchPeriod EstimatedDespatchTime ExchangeRate
ExchangeMarketID ExemptionReason ExemptionReasonCode ExpiryDate ExpiryTime Expression ExpressionCode
ExtendedID ExternalReference FamilyName FileName FinalDeliveryParty FinalDestinationCountry
FinancialAccount FinancialInstitution FinancialInstitutionBranch FinancingInstrumentCode FirstName
FirstShipmentStageTransportMeans Floor FormatCode ForwarderServiceInstructions FreeOnBoardValueAmount
FreeOfChargeIndicator FreightForwarderParty FullyPaidSharesIndicator GenderCode GivenName GoodsItem
GrossVolumeMeasure GrossWeightMeasure GuaranteeTypeCode HandlingCode HandlingInstructions
HazardousItem HazardousRegulationCode HazardousRiskIndicator HeadOfficeParty HolderName IBANFormatCode ID
IdentificationCode IdentificationID IndustryClassificationCode Information InhaulageIndicator InhouseMail
InspectionMethodCode InstructionID InstructionNote Instructions InsuranceValueAmount InvoicePeriod
InvoiceDocumentReference InvoicingPartyReference IssueDate IssuerCountry IssuerParty IssueTime Item
ItemClassificationCode ItemComparison ItemIdentification ItemInstance ItemLocationQuantity
ItemPropertyGroup ItemPropertyRange ItemSpecificationDocumentReference ItemUpdateRequestIndicator
JobTitle JurisdictionLevel JurisdictionRegionAddress Keyword Language LanguageID LatestDeliveryDate
LatestDeliveryTime LatestPickupDate LatestPickupTime LatitudeDegreesMeasure LatitudeDirectionCode
LatitudeMinutesMeasure LeadTimeMeasure LegalReference LifeCycleStatusCode Line LineCountNumeric
LineExtensionAmount LineID LineItem LineNumberNumeric LineReference LineResponse LineStatusCode
ListValue LoadingLengthMeasure LocaleCode Location LocationCoordinate LocationTypeCode Logo LogoReferenceID
LongitudeDegreesMeasure LongitudeDirectionCode LongitudeMinutesMeasure LossRisk LossRiskResponsibilityCode
LotIdentification LotNumberID ManufactureDate ManufacturerParty ManufacturersItemIdentification
ManufactureTime MarkAttention MarkAttentionIndicator MarkCare MarkCareIndicator MarkedDocumentReference
MathematicOperatorCode MaximumBackorderQuantity MaximumMeasure MaximumOrderQuantity MaximumPercent
MaximumQuantity MaximumValue MeasurementDimension MedicalFirstAidGuideCode MeterConstant MiddleName
MimeCode MinimumBackorderQuantity MinimumMeasure MinimumOrderQuantity MinimumQuantity MinimumValue
ModelName MultiplierFactorNumeric Name NameCode NameSuffix NationalityID Nationality NatureCode
NetVolumeMeasure NetWeightMeasure Note NotaryParty NotificationParty NotifyParty OccurrenceLocation
OrderableUnitFactorRate OrderableUnit OrderedShipment OrderDocumentReference OrderLine OrderLineReference
OrderQuantityIncrementNumeric OrderReference OrderResponseReference OrderTypeCode OrganizationDepartment
OriginAddress OriginatorCustomerParty OriginatorDocumentReference OriginatorParty OriginCountry
OtherCommunication OutstandingQuantity OutstandingReason PackageLevelCode PackQuantity PackSizeNumeric
PackageTypeCode PackagingTypeCode PaidAmount PaidDate PaidTime ParentDocumentID ParentDocumentLineReferenceID
ParentDocumentTypeCode ParentDocumentVersionID PartialDeliveryIndicator Party PartyIdentification
PartyLegalEntity PartyName PartyTaxScheme PartyType PartyTypeCode PayableAlternativeAmount PayableAmount
PayableRoundingAmount PayeeFinancialAccount PayeeParty PayerFinancialAccount PayerParty PaymentAlternativeCurrencyCode
PaymentAlternativeExchangeRate PaymentChannelCode PaymentCurrencyCode PaymentDueDate PaymentExchangeRate
PaymentFrequencyCode PaymentID PaymentMandate PaymentMeans PaymentMeansCode PaymentMeansID PaymentNote
PaymentOrderReference PaymentPercent PaymentPurposeCode PaymentTerms PaymentTermsDetailsURI
PenaltyAmount PenaltyPeriod PenaltySurchargePercent Percent PerformerParty PerUnitAmount Period Person
PersonalSituation PhysicalAttribute PhysicalLocation PickupLocation PlannedDate PlotIdentification
PostalAddress PostalZone PostalBox Postbox PostEventNotificationDurationMeasure PowerOfAttorney
PrepaidAmount PrepaidIndicator PrepaidPayment PrepaidPaymentReferenceID PreviousPriceList Price PriceAmount
PriceChangeReason PriceList PriceType PriceTypeCode PricingCurrencyCode PricingExchangeRate
PricingReference PrimaryAccountNumberID Priority ProcessDescription ProductTraceID ProfileExecutionID
ProfileID ProjectReference PromisedDeliveryPeriod PromisedDeliveryPeriodCode ProviderParty PublicationDate
PurchaseOrderReference QualifyingParty Quantity QuotationDocumentReference QuotationLineReference
RangeDimension ReceivedDate ReceivedQuantity RefrigerationOnIndicator Reference ReferencedContract Region
RegistrationAddress RegistrationDate RegistrationExpirationDate RegistrationID RegistrationName
RegistrationNationality RegistrationNationalityID RegistryCertificateDocumentReference RegistryPortLocation
RejectionNote ReleaseID ReminderSequenceNumeric ReplenishmentDate RequestedDeliveryPeriod
RequestedDespatchDate RequestedDespatchPeriod RequestedDespatchTime RequestedInvoiceCurrencyCode
RequestedPublicationDate RequestForQuotationDocumentReference RequestForQuotationLineReference
RequiredDeliveryDate RequiredDeliveryTime ResidenceAddress ResponsibleAgencyName ResponseCode Response
ReturnabilityIndicator ReturnableMaterialIndicator Room RoundingAmount SalesOrderID SalesOrderLineID
SalesItem SealingPartyType SecondaryHazard SellerContact SellerProposedSubstituteLineItem SellersItemIdentification
SellerSubstitutedLineItem SellerSupplierParty SequenceID SequenceNumberID SequenceNumeric SerialID ServiceChargePaymentMeans
ServiceName ServiceProviderParty SettlementDiscountAmount SettlementDiscountPercent SettlementPeriod
SharesNumberQuantity Shareholder ShareholderParty ShipmentStage Shipment ShippingMarks ShippingPriorityLevelCode ShipsSurfaceMeasure
SignatoryParty Signature SignatureMethod SoleProprietorshipIndicator SourceCurrencyBaseRate
SourceCurrencyCode SpecialInstructions SpecialServiceInstructions SpecialTerms SplitConsignmentIndicator
StandardItemIdentification StartDate StartTime StatusCode StatusReason StatusReasonCode StatusCondition
StreetName SubscriberID SubsequentTotal SubstitutionStatusCode SummaryDescription SupplierAssignedAccountID
SupplierParty SurchargePercent TareWeightMeasure TariffCode TariffDescription TaxableAmount TaxAmount
TaxCategory TaxCurrencyCode TaxEnergyAmount TaxEnergyBalanceAmount TaxEnergyOnAccountAmount TaxEvidenceIndicator
TaxExchangeRate TaxExclusiveAmount TaxExemptionReason TaxExemptionReasonCode TaxIncludedIndicator
TaxInclusiveAmount TaxLevelCode TaxPointDate TaxRepresentativeParty TaxScheme TaxSubtotal TaxTotal
TaxTypeCode TechnicalName Telefax Telephone Telex Temperature TestMethod Text TierRange TierRatePercent
TimezoneOffset Title TotalAmount TotalGoodsItemQuantity TotalInvoiceAmount TotalPackagesQuantity
TotalPackageQuantity TotalTaxAmount TotalTransportHandlingUnitQuantity TrackingID TradeServiceCode
TradingTerms TransactionConditions TransactionCurrencyTaxAmount TransitCountry TransportationTermsCode
TransportEquipment TransportEvent TransportHandlingUnit TransportMeans TransportMeansTypeCode
TransportMode TransportModeCode TransportServiceProviderParty UBLVersionID UNDGCode UpperOrangeHazardPlacardID
UnitQuantity URI UsabilityPeriod UUID ValidationDate ValidationTime ValidatorID ValidityPeriod
ValidityStartDate Value ValueAmount ValueMeasure ValueQualifier ValueQuantity VariantID VersionID
WarehouseParty Warranty WarrantyInformation WarrantyParty WarrantyValidityPeriod WebSite WebsiteURI WeightNumeric
WithholdingTaxTotal XPath AccountingCostCode AdditionalItemProperty AdditionalTemperature
AttributeID CustomsDeclaration CustomsStatusCode Extension ExtensionAgencyID ExtensionAgencyName ExtensionAgencyURI
ExtensionContent ExtensionReason ExtensionReasonCode ExtensionURI ExtensionVersionID UBLExtension UBLExtensions
NominationDate NominationTime NameOnItem ImportanceCode ItemPropertyIdentification MinimumTemperature MaximumTemperature
)";

const std::unordered_set<std::string_view>& vocabulary() {
    static const auto words = [] {
        std::unordered_set<std::string_view> set;
        std::size_t at = 0;
        while ((at = order_vocabulary.find_first_not_of(" \n", at)) != std::string_view::npos) {
            const auto end = order_vocabulary.find_first_of(" \n", at);
            set.insert(order_vocabulary.substr(at, end - at));
            at = end;
        }
        return set;
    }();
    return words;
}

// A known name one slip away; short names are too close to each other to say.
std::string_view look_alike(std::string_view name) {
    if (name.size() < 6 || name.size() > 60) return {};
    for (const auto known : vocabulary()) {
        const auto longer = std::max(known.size(), name.size());
        const auto shorter = std::min(known.size(), name.size());
        if (longer - shorter <= 2 && edit_distance(known, name) <= (name.size() < 9 ? 1u : 2u))
            return known;
    }
    return {};
}

bool is_common_library(const Element& element) {
    const auto uri = element.namespace_uri();
    return uri.contains("CommonBasicComponents") || uri.contains("CommonAggregateComponents");
}

void report_unknown(XmlDraft& draft, const Element& element) {
    const auto known = look_alike(element.name());
    if (known.empty()) {
        draft.problem(Severity::warning, element, "ubl.unknown_element",
                      cat("<", element.qualified_name(),
                          "> is not an element of an order that we know: \"", element.text(),
                          "\" was not read"),
                      "look at the source; what stands there may matter");
        return;
    }
    draft.problem(Severity::error, element, "ubl.unknown_element",
                  cat("<", element.qualified_name(), "> is not an element of UBL: \"",
                      element.text(), "\" was not read"),
                  cat("<", known, "> is probably meant; have the customer's export corrected"));
}

// UN/EDIFACT 3155, communication channel, which UBL names for ChannelCode; a sender's own list has
// a listID.
bool is_channel_code(std::string_view code) {
    constexpr std::array<std::string_view, 54> codes = {
        "AA", "AB", "AC", "AD", "AE", "AF", "AG", "AH", "AI", "AJ", "AK", "AL", "AM", "AN",
        "AO", "AP", "AQ", "AR", "AS", "AT", "AU", "AV", "AW", "CA", "EI", "EM", "EX", "FT",
        "FX", "GM", "IE", "IM", "MA", "PB", "PS", "SW", "TE", "TG", "TL", "TM", "TT", "TX",
        "XF", "XG", "XH", "XI", "XJ", "WE", "WS", "WA", "IN", "MB", "PC", "SM"};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

void check_channel(XmlDraft& draft, const Element& element) {
    const auto code = element.text();
    const auto list = element.attribute("listID");
    if (code.empty() || is_channel_code(code) || (!list.empty() && !list.contains("3155"))) return;
    draft.problem(Severity::warning, element, "ubl.code_list",
                  cat("the channel code \"", code, "\" is not in UN/EDIFACT 3155"),
                  "the order can be taken; check the contact before using it");
}

constexpr std::size_t max_reports =
    20; // a document that is strange throughout needs no longer list

} // namespace

void check_ubl_model(XmlDraft& draft, const Element& root) {
    auto waiting = root.children();
    std::size_t reports = 0;
    while (!waiting.empty() && reports < max_reports) {
        const auto element = std::move(waiting.back());
        waiting.pop_back();
        if (element.name() == "UBLExtensions") continue; // anything may stand there by design
        if (!vocabulary().contains(element.name()) && is_common_library(element)) {
            report_unknown(draft, element);
            ++reports;
        }
        if (element.name() == "ChannelCode") check_channel(draft, element);
        for (auto& child : element.children())
            waiting.push_back(std::move(child));
    }
}

} // namespace besteld::parsers
